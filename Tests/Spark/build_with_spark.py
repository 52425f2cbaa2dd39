"""The graph of a collection on many machines: build_with_spark.py STORE FOLDER … (folders, zip archives or files of letters).

STORE and the letters lie where every machine sees them; kvgraph stands in $PATH, or in $KVGRAPH.
"""
import os, pathlib, subprocess, sys
from pyspark.sql import SparkSession

STORE, *LETTERS = [os.path.abspath(path) for path in sys.argv[1:]]
KVGRAPH = os.environ.get("KVGRAPH", "kvgraph")
PARTITIONS = int(os.environ.get("PARTITIONS", "3"))


def build(number, letters):
    part, letters = f"{STORE}.part{number}", list(letters)
    if letters:
        built = subprocess.run([KVGRAPH, "build", *letters, "--store", part])
        if built.returncode != 1:  # 1: all is done, but a letter could not be read; any other fault, and Spark tries again
            built.check_returncode()
        yield part


spark = SparkSession.builder.appName("kvgraph").getOrCreate()
parts = spark.sparkContext.parallelize(LETTERS, PARTITIONS).mapPartitionsWithIndex(build).collect()
subprocess.run([KVGRAPH, "merge", *parts, "--store", STORE], check=True)
for part in parts:
    pathlib.Path(part).unlink()
