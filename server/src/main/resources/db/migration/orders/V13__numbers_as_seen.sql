-- One way of writing a number (NFKC): full-width letters are plain ones, as they come in from now on. Two orders that would become
-- one keep their numbers, and are named in the log of the start.
do $$
declare
    clash record;
begin
    for clash in
        select o.tenant_id, o.id from orders.customer_order o
        where o.order_no is not nfkc normalized and exists (
            select from orders.customer_order p
            where p.tenant_id = o.tenant_id and p.id <> o.id
              and normalize(p.order_no, nfkc) = normalize(o.order_no, nfkc))
    loop
        raise warning 'order % of mall % keeps its number: another looks the same', clash.id, clash.tenant_id;
    end loop;
    update orders.customer_order o set order_no = normalize(o.order_no, nfkc)
    where o.order_no is not nfkc normalized and length(normalize(o.order_no, nfkc)) between 1 and 60 and not exists (
        select from orders.customer_order p
        where p.tenant_id = o.tenant_id and p.id <> o.id and normalize(p.order_no, nfkc) = normalize(o.order_no, nfkc));
end $$;
