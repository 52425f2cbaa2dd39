import Foundation

/// One run of a program, looked at from outside: what it and the programs it waited for took.
struct Run: Sendable {
    /// Seconds by the clock.
    let wall: Double
    /// Seconds of processor time, user and system.
    let cpu: Double
    /// The most memory that one of them held.
    let mebibytes: Double

    /// - Parameters:
    ///   - command: the path of a program.
    ///   - output: the file that gets what it prints. (grep stops at the first hit when it prints to /dev/null.)
    /// - Throws: `Tool.Failure` when it cannot be run or ends with another status than 0.
    static func once(
        _ command: String, _ arguments: [String], input: String = "/dev/null", output: String = "/dev/null"
    ) throws -> Run {
        var words = ([command] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var child = pid_t()
        let start = DispatchTime.now().uptimeNanoseconds
        guard posix_spawn(&child, command, &actions, nil, &words, environ) == 0 else {
            throw Tool.Failure(description: "\(command) cannot be run")
        }
        var (usage, status) = (rusage(), Int32())
        while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
        let end = DispatchTime.now().uptimeNanoseconds
        guard status == 0 else {
            throw Tool.Failure(description: "\(([command] + arguments).joined(separator: " ")) failed")
        }
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return Run(
            wall: Double(end - start) / 1e9, cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            mebibytes: Double(usage.ru_maxrss) / 1024)
    }
}
