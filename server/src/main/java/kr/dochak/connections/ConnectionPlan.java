package kr.dochak.connections;

import java.util.List;

/** The connections of a module, brought as a bean, in the order in which the page shows them. */
public interface ConnectionPlan {

    List<Connection<?>> connections();
}
