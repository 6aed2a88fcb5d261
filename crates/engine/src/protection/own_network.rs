use crate::{
    model::{AccountId, CustomerId, DomainName, Instant, NetworkRecord},
    ports::{
        ProtectionNetwork, Reply,
        store::{Result, Snapshot, Transaction},
    },
};

/// A network that keeps its record in the store of the engine, apart from the engine's own. Its customers are accounts.
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnNetwork;

impl ProtectionNetwork for OwnNetwork {
    fn knows(&self, store: &dyn Snapshot, customer: CustomerId) -> Result<bool> {
        Ok(store.account(AccountId(customer.0))?.is_some())
    }

    fn find(
        &self,
        store: &dyn Snapshot,
        customer: CustomerId,
        name: &DomainName,
    ) -> Result<Option<NetworkRecord>> {
        store.network_record(customer, name)
    }

    fn create(&self, store: &dyn Transaction, record: &NetworkRecord) -> Result<Reply> {
        match store.network_record(record.customer, &record.name)? {
            None => store.put_network_record(record).map(|()| Reply::Done),
            Some(found) if found.service.is_some() && found.service == record.service => Ok(Reply::Done),
            Some(_) => Ok(Reply::Exists),
        }
    }

    fn update(&self, store: &dyn Transaction, record: &NetworkRecord) -> Result<Reply> {
        change(store, record.customer, &record.name, |found| {
            let NetworkRecord { dns_set_at, purged_at, .. } = found;
            NetworkRecord { dns_set_at, purged_at, ..record.clone() }
        })
    }

    fn delete(&self, store: &dyn Transaction, customer: CustomerId, name: &DomainName) -> Result<Reply> {
        Ok(if store.remove_network_record(customer, name)? { Reply::Done } else { Reply::Missing })
    }

    fn rewrite_dns(
        &self,
        store: &dyn Transaction,
        customer: CustomerId,
        name: &DomainName,
        now: Instant,
    ) -> Result<Reply> {
        change(store, customer, name, |found| NetworkRecord { dns_set_at: Some(now), ..found })
    }

    /// What it holds copies of is fetched anew after that, whichever paths were named.
    fn purge(
        &self,
        store: &dyn Transaction,
        customer: CustomerId,
        name: &DomainName,
        _paths: &[String],
        now: Instant,
    ) -> Result<Reply> {
        change(store, customer, name, |found| NetworkRecord { purged_at: Some(now), ..found })
    }
}

fn change(
    store: &dyn Transaction,
    customer: CustomerId,
    name: &DomainName,
    change: impl FnOnce(NetworkRecord) -> NetworkRecord,
) -> Result<Reply> {
    let Some(found) = store.network_record(customer, name)? else { return Ok(Reply::Missing) };
    store.put_network_record(&change(found))?;
    Ok(Reply::Done)
}
