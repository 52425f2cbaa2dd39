import Testing
import Wording

/// Which language is spoken: options before the environment, the environment as POSIX reads it.
@Suite struct LanguageTests {
    @Test(
        arguments: [
            (["top", "--lang", "nl"], [:], Language.dutch), (["top", "--lang=nl"], [:], .dutch),
            (["--lang", "nl", "top"], ["LC_ALL": "en_GB.UTF-8"], .dutch),
            (["top", "--lang", "en"], ["LC_ALL": "nl_NL.UTF-8"], .english),
            (["--lang", "en", "top", "--lang", "nl"], [:], .dutch),
            // What stands behind `--` is text, and a word that merely looks like the option is none.
            (["explain", "--", "--lang", "nl"], [:], .english), (["--language", "nl"], [:], .english),
            (["--lang"], ["LANG": "nl_NL"], .dutch), (["--lang", "de"], ["LANG": "nl_NL"], .dutch),
            ([], ["LANG": "nl_NL.UTF-8"], .dutch), ([], ["LANG": "nl_BE@euro"], .dutch), ([], ["LANG": "nl"], .dutch),
            ([], ["LC_MESSAGES": "nl_NL", "LANG": "en_US"], .dutch),
            ([], ["LC_MESSAGES": "C", "LANG": "nl_NL"], .english),
            ([], ["LC_ALL": "C", "LC_MESSAGES": "nl_NL", "LANG": "nl_NL"], .english),
            ([], ["LC_ALL": "", "LANG": "nl_NL"], .dutch), ([], ["LC_CTYPE": "nl_NL"], .english),
            ([], ["LANG": "nld_NL"], .english), ([], ["LANG": "nds_NL"], .english), ([], [:], .english),
        ] as [([String], [String: String], Language)])
    func isTheOneAskedFor(_ arguments: [String], _ environment: [String: String], _ language: Language) {
        #expect(Language(arguments: arguments, environment: environment) == language)
    }
}
