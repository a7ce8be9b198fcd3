package kr.dochak.identity;

import kr.dochak.shared.MallId;

/** A mall of the company: a tenant. The code is in keys and links, the name is what customers read. */
public record Mall(MallId tenantId, String code, String name) {}
