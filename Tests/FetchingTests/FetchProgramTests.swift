import Foundation
import Support
import Testing

/// `kvgraph fetch`, from the web to the graph: the real program end to end.
@Suite struct FetchProgramTests {
    private static let spring = ["--since", "2026-01-01", "--until", "2026-04-30"]

    @Test func fromTheWebToTheGraph() throws {
        let program = try FetchProgram(try ToyServices())
        let fetched = try program.fetch("--since", "2026-01-01", "--until", "2026-01-31")
        #expect(fetched.status == 0 && fetched.err == "")
        #expect(
            fetched.out
                == "10 letters fetched, 0 unchanged\nfolder: \(program.folder.path) (next: kvgraph build \(program.folder.path))\n"
        )
        func build() throws -> FetchProgram.Result {
            try program.run(["build", program.folder.path, "--store", program.store])
        }
        let built = try build()
        #expect(built.status == 0)
        #expect(built.out.hasPrefix("10 letters read, 0 unchanged\n"))
        #expect(!built.out.contains("unknown format"))
        #expect(try build().out.hasPrefix("0 letters read, 10 unchanged\n"))
        let top = try program.run(["top", "--limit", "1", "--format", "csv", "--store", program.store])
        #expect(top.out.contains("kst-30821-230"))
        // Each letter cites the next one: the graph is followed outward.
        let outward = try program.fetch("--cited-by", program.store)
        #expect(outward.out.hasPrefix("1 letter fetched, 0 unchanged\n"))
        #expect(try program.contents().keys.contains("ah-tk-20252026-11.xml"))
        // The rest, as PDF and docx, from the other service.
        #expect(
            try program.fetch("--since", "2026-02-01", "--until", "2026-04-30", "--source", "tk").out.hasPrefix(
                "30 letters fetched"))
        // One of them has come twice, under two ids.
        let all = try build().out
        #expect(all.hasPrefix("31 letters read, 10 unchanged\n"), "\(all)")
        let rows = try program.run(["top", "--limit", "1", "--format", "json", "--store", program.store]).out
        #expect(rows.filter { $0 != " " }.contains("\"letters\":40,"), "\(rows)")
        // Letters that do not say their number have that of their record.
        let letters = try program.run(["letters", "--format", "csv", "--store", program.store]).out
        #expect(letters.contains("ah-tk-20252026-12"))
    }

    /// Killed at thirty moments: what is whole is not asked for again, and in the end all is as if nothing had happened.
    @Test func killedAgainAndAgain() throws {
        let services = try ToyServices()
        let (whole, killed) = (try FetchProgram(services), try FetchProgram(services))
        #expect(try whole.run(whole.fetching(Self.spring)).status == 0)
        var random = SeededGenerator(15)
        for _ in 0..<30 {
            let there = Set(try killed.contents().keys)
            services.forget()
            let running = try killed.start(killed.fetching(Self.spring, pause: 2))
            Thread.sleep(forTimeInterval: Double.random(in: 0.02...0.25, using: &random))
            kill(running.process.processIdentifier, SIGKILL)
            _ = try killed.finish(running)
            let again = services.files.compactMap { $0.split(separator: "/").last.map(String.init) }.filter(
                there.contains)
            #expect(again == [])
        }
        #expect(try killed.run(killed.fetching(Self.spring)).status == 0)
        let (left, right) = (try killed.contents(), try whole.contents())
        #expect(left.keys.sorted() == right.keys.sorted())
        #expect(left.filter { right[$0.key] != $0.value }.keys.sorted() == [])
    }

    @Test func anInterruptedRunSaysHowItGoesOn() throws {
        let program = try FetchProgram(try ToyServices())
        let running = try program.start(program.fetching(Self.spring, pause: 200))
        while try program.contents().count < 3 { Thread.sleep(forTimeInterval: 0.01) }
        kill(running.process.processIdentifier, SIGINT)
        let result = try program.finish(running)
        #expect(result.status == 130 && result.err == "kvgraph: stopped: the same command goes on from here\n")
        #expect(try program.run(program.fetching(Self.spring)).status == 0)
        #expect(try program.contents().count == 81)
    }

    /// What the services see: who asks, one thing at a time, with pauses.
    @Test func itIsPolite() throws {
        let program = try FetchProgram(try ToyServices(4))
        let arguments = program.fetching(
            ["--since", "2026-01-01", "--until", "2026-01-31", "--contact", "https://example.org/me"], pause: 30)
        #expect(try program.run(arguments).status == 0)
        let requests = program.services.requests
        #expect(requests.count == 5)
        #expect(
            requests.allSatisfy {
                $0.headers["user-agent"]?.wholeMatch(of: /kvgraph\/[0-9.]+ \(\+https:\/\/example.org\/me\)/) != nil
            })
        #expect(Set(requests.map(\.connection)) == [1])
        for (one, next) in zip(requests, requests.dropFirst()) { #expect(next.time - one.time >= 0.03) }
    }

    /// A service that is busy is asked again after the time it asks for, as its own log shows.
    @Test func itWaitsWhereAServiceIsBusy() throws {
        let program = try FetchProgram(try ToyServices(3, .goneOnce))
        let result = try program.fetch("--since", "2026-01-01", "--until", "2026-01-31")
        #expect(result.status == 0 && result.out.hasPrefix("3 letters fetched"))
        #expect(result.err == "kvgraph: 127.0.0.1 is busy (status 503): waiting 1 s\n")
        let asked = program.services.requests.filter { $0.path.hasSuffix("ah-tk-20252026-3.xml") }
        #expect(asked.count == 2 && asked[1].time - asked[0].time >= 1)
    }

    /// Whatever a service does: the fault is said, the status tells whether something is missing, and what was there stays.
    @Test func noFaultLosesAnything() throws {
        let services = try ToyServices(11)
        let program = try FetchProgram(services)
        #expect(try program.fetch("--since", "2026-01-01", "--until", "2026-01-31", "--limit", "2").status == 0)
        let before = try program.contents()
        for fault in ToyServices.Fault.allCases where fault != .cutShort {
            services.set(fault)
            let result = try program.fetch(
                "--since", "2026-02-01", "--until", "2026-02-28", "--source", fault.isOfTweedeKamer ? "tk" : "koop")
            let after = try program.contents()
            let new = Set(after.keys).subtracting(before.keys)
            #expect(result.status == 1 || (result.status == 0 && (new.count == 2 || fault == .oneStray)), "\(fault)")
            #expect(result.status == 0 || !result.err.isEmpty, "\(fault)")
            #expect(result.err.split(separator: "\n").allSatisfy { $0.hasPrefix("kvgraph: ") })
            for (name, data) in before where name != "fetched.jsonl" { #expect(after[name] == data, "\(fault)") }
            for name in new { try FileManager.default.removeItem(at: program.folder.appending(path: name)) }
        }
    }

    @Test func proxiesAreUsedButForLoopback() throws {
        let program = try FetchProgram(try ToyServices(2))
        let proxy = try LoopbackServer { _ in .init(status: 404) }
        let environment = ["http_proxy": proxy.address, "https_proxy": proxy.address]
        #expect(try program.run(program.fetching(["ah-tk-20252026-1"]), environment: environment).status == 0)
        #expect(proxy.requests.isEmpty)
        let away = try program.run(
            ["fetch", "ah-tk-20252026-1", "--koop-url", "http://kvgraph.invalid/sru", "--into", program.folder.path],
            environment: environment)
        #expect(away.status == 1)
        #expect(away.err == "kvgraph: http://kvgraph.invalid/sru: the answer is status 404\n")
        #expect(proxy.requests.map { $0.target.hasPrefix("http://kvgraph.invalid/sru?") } == [true])
    }

    /// A server with a certificate of its own making is believed by whom it is named to, and by nobody else.
    @Test func certificatesAreThoseThatAreNamed() throws {
        let openssl = URL(fileURLWithPath: "/usr/bin/openssl")
        guard FileManager.default.isExecutableFile(atPath: openssl.path) else {
            return print("no openssl: certificates are not tried")
        }
        let program = try FetchProgram(try ToyServices(1))
        let place = try LoopbackServer { _ in .init() }
        let address = place.address.replacing("http://", with: "")
        place.stop()
        let (key, certificate) = ("\(program.store).key", "\(program.store).pem")
        func run(_ arguments: String) throws -> Process {
            let process = Process()
            (process.executableURL, process.arguments) = (openssl, arguments.split(separator: " ").map(String.init))
            (process.standardOutput, process.standardError) = (Pipe(), FileHandle.nullDevice)
            try process.run()
            return process
        }
        let names = "-subj /CN=localhost -addext subjectAltName=IP:127.0.0.1"
        try run(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 \(names) -keyout \(key) -out \(certificate)"
        )
        .waitUntilExit()
        let server = try run("s_server -accept \(address) -cert \(certificate) -key \(key) -www")
        defer { server.terminate() }
        // It says when it listens.
        var said = ""
        while !said.contains("ACCEPT"), let more = (server.standardOutput as? Pipe)?.fileHandleForReading.availableData,
            !more.isEmpty
        {
            said += String(decoding: more, as: UTF8.self)
        }
        let asked = [
            "fetch", "ah-tk-20252026-1", "--koop-url", "https://\(address)/sru", "--into", program.folder.path,
        ]
        #expect(try program.run(asked).err.contains("the connection cannot be trusted"))
        let named = try program.run(asked, environment: ["SSL_CERT_FILE": certificate])
        #expect(named.err == "kvgraph: https://\(address)/sru: the answer cannot be read as SRU\n")
    }

    @Test func whatGoesWrongIsSaid() throws {
        let program = try FetchProgram(try ToyServices(2))
        #expect(try program.fetch("--since", "2026-01-31", "--until", "2026-01-01").status == 2)
        #expect(try program.fetch("../ah-tk-20252026-1").status == 2)
        #expect(try program.fetch().status == 64)
        #expect(try program.fetch("--register", "--since", "2026-01-01").status == 64)
        #expect(try program.fetch("--session", "2024-2026").status == 64)
        let server = try LoopbackServer { _ in .init() }
        let gone = server.address
        server.stop()
        let result = try program.fetch(
            "--since", "2026-01-01", "--koop-url", gone, environment: ["LC_ALL": "nl_NL.UTF-8"])
        #expect(result.status == 1)
        #expect(result.err == "kvgraph: \(gone): daar antwoordt niemand (de verbinding wordt geweigerd)\n")
        let list = try program.fetch("--since", "2026-01-01", "--dry-run")
        #expect(
            list.out.split(separator: "\n").map { $0.prefix(28) } == [
                "ah-tk-20252026-1  2026-01-11", "ah-tk-20252026-2  2026-01-12",
            ])
        #expect(list.err == "kvgraph: 2 letters would be fetched\n")
        // What could not be fetched leaves nothing.
        #expect(!FileManager.default.fileExists(atPath: program.folder.path))
    }

    /// Nothing is asked where the answer is known; where there is none, the next step is said.
    @Test func whatCannotBeIsNotAskedFor() throws {
        let program = try FetchProgram(try ToyServices(2))
        for (arguments, words) in [
            (["--since", "2027-01-01"], "2027-01-01 is still to come: letters are dated up to 2026-05-28"),
            (["--session", "2027-2028"], "the year of sitting 2027-2028 has not begun yet"),
            (
                ["--since", "2020-01-01", "--until", "2020-12-31", "--session", "2024-2025"],
                "no letter of the year of sitting 2024-2025 is of 2020-01-01 … 2020-12-31: they are of 2024-09-01 … 2025-12-31"
            ),
        ] {
            let result = try program.run(program.fetching(arguments))
            #expect(result.status == 2 && result.err == "kvgraph: \(words)\n", "\(result.err)")
        }
        #expect(program.services.requests.isEmpty)
        let none = try program.fetch("--since", "2026-05-01", "--dry-run")
        #expect(
            none.status == 0 && none.out == "" && none.err.hasPrefix("kvgraph: KOOP lists no letters of these days:"))
        let empty = try program.fetch("--since", "2026-05-01", "--source", "tk")
        #expect(empty.status == 0 && empty.out.contains("the Tweede Kamer lists no letters of these days"))
        #expect(!FileManager.default.fileExists(atPath: program.folder.path))
        // Of a year of sitting that lasts, the months to come are not asked for.
        program.services.forget()
        #expect(try program.fetch("--session", "2025-2026", "--dry-run").status == 0)
        #expect(program.services.requests.count == 9)
    }
}
