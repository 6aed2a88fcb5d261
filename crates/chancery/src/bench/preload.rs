//! Filling a stopped server's database with domains, as fast as the store takes them.
//!
//! One domain is registered over EPP by the bench beforehand. The others are copies of it, each with rows of its own:
//! the domain, its links to contacts and hosts, the line in the ledger, the line in the history. So the database
//! looks as if they all had been registered one by one.

use std::ops::Range;
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, sync_channel};

use anyhow::{Context as _, Result};
use engine::model::{
    Clid, ContactId, Domain, DomainId, DomainName, Entry, EntryId, HistoryEntry, HostId, ObjectId, Role,
};
use engine::ops::account::{Deposit, Update};
use engine::policy::Policies;
use engine::ports::store::{CommandJob, Inserted, Posted, Result as StoreResult, Transaction, Verdict};
use engine::{Engine, Fault};

use super::requests::Names;
use crate::folder::DataFolder;
use crate::installation::{Home, Installation};

/// Gives an account credit and sessions without end, and the database `count` copies of the template domain.
///
/// # Errors
/// The data is in use, the template is not there, or a name is taken.
pub(super) fn fill(data: &DataFolder, account: &str, names: &Names, count: u32) -> Result<()> {
    let options = store::Options { group: 1, cache: CACHE, ..store::Options::default() };
    let home = Home::Folder(data.clone());
    let installation = Installation::open(&home, Policies::default(), options)?;
    let clid = Clid::parse(account).map_err(|refusal| anyhow::anyhow!(refusal.reason()))?;
    let operator = installation.operator();
    operator.command(Deposit { clid: clid.clone(), minor: CREDIT })?;
    operator.command(Update { max_sessions: Some(Some(SESSIONS)), ..Update::of(clid) })?;
    copy_all(installation.engine(), names, count)
}

fn copy_all(engine: &Engine, names: &Names, count: u32) -> Result<()> {
    // Two under way: one is carried out while the next one waits.
    let (sender, receiver) = sync_channel(2);
    let mut under_way = 0;
    for first in (0..count).step_by(BATCH as usize) {
        let numbers = first..count.min(first + BATCH);
        let batch = Batch { engine: engine.clone(), names: names.clone(), numbers, ended: sender.clone() };
        engine.store().command(Box::new(batch));
        under_way += 1;
        if under_way == 2 {
            receiver.recv().context("the store ended")??;
            under_way -= 1;
        }
    }
    drop(sender);
    receiver.iter().try_for_each(|ended| Ok(ended?))
}

/// Some of the copies, made in one transaction.
struct Batch {
    engine: Engine,
    names: Names,
    numbers: Range<u32>,
    ended: SyncSender<StoreResult<()>>,
}

impl CommandJob for Batch {
    fn run(&mut self, transaction: &dyn Transaction) -> StoreResult<Verdict> {
        let template = Template::read(transaction, &self.names)?;
        let new_id = || self.engine.new_operation().0;
        for number in self.numbers.clone() {
            template.copy(transaction, self.names.known(number), &new_id)?;
        }
        Ok(Verdict::Keep)
    }

    fn end(self: Box<Self>, end: StoreResult<()>) {
        // The one who asked waits, unless it has failed already.
        let _ = self.ended.send(end);
    }
}

/// All rows of one domain.
struct Template {
    domain: Arc<Domain>,
    contacts: Vec<(Role, ContactId)>,
    hosts: Vec<HostId>,
    entries: Vec<Entry>,
}

impl Template {
    fn read(transaction: &dyn Transaction, names: &Names) -> StoreResult<Self> {
        let name = DomainName::from_store(names.template());
        let domain =
            transaction.domain(&name)?.ok_or_else(|| Fault::internal("the template is not there"))?;
        let contacts = transaction.domain_contacts(domain.id)?;
        let hosts = transaction.domain_hosts(domain.id)?;
        Ok(Self {
            contacts: contacts.into_iter().map(|contact| (contact.role, contact.id)).collect(),
            hosts: hosts.into_iter().map(|host| host.id).collect(),
            entries: transaction.entries_of(domain.id.into())?,
            domain: Arc::new(domain),
        })
    }

    fn copy(
        &self,
        transaction: &dyn Transaction,
        name: String,
        new_id: &impl Fn() -> i64,
    ) -> StoreResult<()> {
        let operation = engine::model::OperationId(new_id());
        let id = DomainId(operation.0);
        let copy = Domain { id, name: DomainName::from_store(name.clone()), ..(*self.domain).clone() };
        if transaction.insert_domain(&copy, &self.contacts, &self.hosts)? == Inserted::Taken {
            return Err(Fault::internal(format!("{name} is taken")));
        }
        for entry in &self.entries {
            let entry = Entry { id: EntryId(new_id()), operation, object: Some(id.into()), ..entry.clone() };
            if transaction.post(&entry)? == Posted::CreditInsufficient {
                return Err(Fault::internal("the credit is used up"));
            }
        }
        transaction.record(&self.history(operation, id.into(), name))
    }

    fn history(&self, operation: engine::model::OperationId, object: ObjectId, name: String) -> HistoryEntry {
        HistoryEntry {
            operation,
            at: self.domain.created_at,
            account: self.domain.creator,
            action: outcomes::Operation::DomainCreate.name(),
            object,
            name,
            client_id: None,
        }
    }
}

/// Copies in one transaction.
const BATCH: u32 = 5_000;
/// Enough for a thousand million registrations, in the currency's smallest unit.
const CREDIT: u64 = 1_000_000_000_000_000;
const SESSIONS: u32 = 1_000_000;
const CACHE: u64 = 256 << 20;
