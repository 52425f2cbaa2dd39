import Foundation

/// The natural logarithm and its inverse, kept in one place because they are all the measures take from Foundation.
enum Logarithm {
    static func natural(_ value: Double) -> Double { log(value) }
}

enum Exponential {
    static func value(_ power: Double) -> Double { exp(power) }
}
