package kr.dochak.identity.masking;

/** Where in a folded text a part stands, the end excluded. */
record Span(int from, int to, PersonalPart part) {}
