package kr.dochak.care.answers;

/**
 * An approved answer filled for one case.
 *
 * @param complete false when the agent still has to replace something in braces
 */
public record SuggestedReply(long templateId, String title, String text, boolean complete) {}
