package kr.dochak.identity;

/** A mall of the company: a tenant. The code is in keys and links, the name is what customers read. */
public record Mall(long tenantId, String code, String name) {}
