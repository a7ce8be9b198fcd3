package kr.dochak.identity;

/**
 * What somebody of the staff may do (IDN-1): an area of work, and whether they see it, work in it, decide in it or set it up.
 * A role is a set of these; a door names those of which one opens it.
 */
public enum Right {
    /** Sees what goes on now, and what needs somebody. */
    BOARD_SEE,
    ORDERS_SEE,
    /** Reads files of orders in. */
    ORDERS_IMPORT,
    SHIPMENTS_SEE,
    /** Says that a parcel reported as delivered was not, and stops parcels of cancelled orders. */
    PARCELS_CORRECT,
    CASES_SEE,
    /** Answers customers, and writes down what they say. */
    CASES_WORK,
    /** Goes on in anybody's place, and gives cases to others. */
    CASES_LEAD,
    TASKS_WORK,
    /** Writes one notice to the customers of many orders, which others must agree to, and stops it. */
    NOTICES_SEND,
    /** Says that an alert has been seen. */
    ALERTS_WORK,
    /** Says who hears which alerts, and who is on duty when. */
    ALERTS_SET,
    /** Decides about what others want, within their other rights and their limit, and stands in for colleagues. */
    APPROVALS_WORK,
    WINDOWS_SEE,
    /** Chooses days of dispatch and declares days of the own mall open or closed. */
    WINDOWS_SET,
    MODELS_SEE,
    COMPENSATION_SEE,
    INTEGRATIONS_SEE,
    /** Says that a number that was shared, unknown or in the way has been looked at. */
    INTEGRATIONS_WORK,
    WEBHOOKS_SET,
    /** Sees a person's data in the clear, with a reason and so many an hour. */
    PERSONS_REVEAL,
    /** Takes in and decides who is erased, and hands out copies. */
    PERSONS_ERASE,
    /** Opens what law keeps of who was erased. */
    ARCHIVE_OPEN,
    /** Reads who looked at personal data. */
    ACCESS_SEE,
    SECURITY_SEE,
    /** Lets colleagues in, and closes their accounts. */
    STAFF_SET,
    SETTINGS_SEE,
    /** Changes numbers about customers' questions, calls and tasks. */
    CARE_SET,
    /** Changes numbers about steps, places and carriers. */
    DELIVERY_SET,
    /** Changes numbers about orders and their parcels. */
    ORDERS_SET,
    /** Changes numbers about benefits and who approves how much. */
    MONEY_SET,
    /** Changes numbers about personal data: how long it is kept, who sees how much. */
    PRIVACY_SET,
    /** Changes what all malls share; nobody has it by the role of one mall. */
    PLATFORM
}
