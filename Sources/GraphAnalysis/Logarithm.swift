import Foundation

/// The natural logarithm, kept in one place because it is all this room takes from Foundation.
enum Logarithm {
    static func natural(_ value: Double) -> Double { log(value) }
}
