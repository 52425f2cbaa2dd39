import Testing

/// Every test that draws, one after the other: some of them look at the memory or the stderr of the whole process.
@Suite(.serialized) enum Drawing {}
