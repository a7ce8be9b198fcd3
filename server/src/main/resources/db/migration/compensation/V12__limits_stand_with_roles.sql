-- How much somebody approves is a number of their role, or their own in a mall: identity.role, identity.staff_mall.
drop table compensation.approval_limit;
