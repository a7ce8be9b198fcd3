package kr.dochak.compensation;

/** A rule of the live policy as a sentence for the public page (ASR-4). */
public record PublicRule(String ruleId, String korean, String english) {}
