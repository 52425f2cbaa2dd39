import DossierRegister
import LetterReading

/// What a letter of the Aanhangsel lacks at its head, as the register has it: `Antwoord op vragen van het lid Dijk over de mogelijke
/// sluiting van …` of 29 January 2025.
extension LetterHeader {
    /// The same head with day and subject, where the file does not say them and the register knows the letter’s number.
    package func completed(by register: Register) -> Self {
        guard answered == nil || subject == nil, let aanhangsel, let known = register.document(aanhangsel) else {
            return self
        }
        return completed(answered: known.date, subject: known.title.isEmpty ? nil : Self.subject(of: known.title))
    }

    /// A letter’s subject is what its title names behind who asked.
    package static func subject(of title: String) -> String {
        let openings = ["Antwoord", "Mededeling", "Uitstel", "Beantwoording", "Nader antwoord"]
        guard openings.contains(where: title.hasPrefix) else { return title }
        let words = title.split(separator: " ")
        guard let place = words.firstIndex(where: { ["over", "inzake", "betreffende"].contains($0) }),
            place + 1 < words.count
        else { return title }
        return words[(place + 1)...].joined(separator: " ")
    }
}
