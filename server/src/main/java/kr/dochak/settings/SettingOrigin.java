package kr.dochak.settings;

import java.util.Map;
import java.util.function.Supplier;
import kr.dochak.shared.MallId;

/**
 * Where a setting's numbers stood before there was a page: they are taken over once, as the first changes.
 *
 * @param table what is written as the reason, such as {@code messaging.policy}
 * @param numbers the numbers by mall; that of {@link MallId#DEFAULT} is the house's
 */
public record SettingOrigin(Setting<?> setting, String table, Supplier<Map<MallId, Long>> numbers) {}
