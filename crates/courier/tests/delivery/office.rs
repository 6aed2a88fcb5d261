//! An engine with accounts that hear of something, and the runner driven by hand.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use courier::{Couriers, Dispatcher, HttpCourier, Postbox, Reach, Settings};
use engine::keys::AuthInfoKey;
use engine::model::{
    Clid, Currency, DeliveryTarget, DeliveryUrl, Email, Event, Instant, Notice, NoticeId, Secret,
};
use engine::ops::account::{Open, SetDelivery};
use engine::ops::due::{Ran, Run};
use engine::policy::{HouseRules, Policies};
use engine::ports::store::{CommandJob, Result as StoreResult, Transaction, Verdict};
use engine::ports::{Ask, Clock, Courier, Entropy, Faults, Port};
use engine::protection::{OwnNetwork, OwnZones};
use engine::{Actor, Command, End, Engine, Fault, FaultKind, Parts, Request};
use store::{CommitGate, Options, Sqlite};

/// The engine and what it stands on.
pub(crate) struct Office {
    pub(crate) engine: Engine,
    pub(crate) trouble: Arc<Trouble>,
    clock: Arc<HandClock>,
}

/// Trouble on order: at the port of mail, and before a commit.
#[derive(Default)]
pub(crate) struct Trouble {
    pub(crate) next_mail: Mutex<Option<Fault>>,
    pub(crate) next_commit: Mutex<Option<Fault>>,
}

impl Office {
    /// An office with the account ALPHA.
    pub(crate) fn new() -> Self {
        let trouble = Arc::new(Trouble::default());
        let clock = Arc::new(HandClock(AtomicI64::new(1_800_000_000_000)));
        let gate = Arc::<Trouble>::clone(&trouble);
        let options = Options { gate: Some(gate), ..Options::default() };
        let engine = Engine::new(Parts {
            store: Arc::new(Sqlite::in_memory(options).unwrap()),
            clock: clock.clone(),
            entropy: Arc::new(NoEntropy),
            faults: trouble.clone(),
            network: Arc::new(OwnNetwork),
            dns: Arc::new(OwnZones),
            signatures: Arc::new(csr::RingSignatures),
            policies: Policies::new(Vec::new(), HouseRules::default()),
            authinfo_key: AuthInfoKey::new([7; 32]),
            mails: true,
            last_id: 0,
        });
        let office = Self { engine, trouble, clock };
        office.open("ALPHA");
        office
    }

    pub(crate) fn open(&self, account: &str) {
        let open =
            Open { clid: clid(account), name: account.to_owned(), currency: Currency::Eur, credit_limit: 0 };
        self.command(open).unwrap();
    }

    /// Has an account's notices posted, signed with `swordfish`.
    pub(crate) fn post_to(&self, account: &str, url: &str) {
        let target = Some(DeliveryTarget::Url(DeliveryUrl::parse(url).unwrap()));
        let secret = Some(Secret::new("swordfish"));
        self.command(SetDelivery { clid: clid(account), target, secret, form: None }).unwrap();
    }

    /// Has ALPHA's notices mailed.
    pub(crate) fn mail_to(&self, address: &str) {
        let target = Some(DeliveryTarget::Mail(Email::parse(address).unwrap()));
        self.command(SetDelivery { clid: clid("ALPHA"), target, secret: None, form: None }).unwrap();
    }

    /// Has an account hear that a domain is gone, as an operation would.
    pub(crate) fn tell(&self, account: &str, domain: &str) -> NoticeId {
        let id = NoticeId(self.engine.new_operation().0);
        let (clid, at) = (clid(account), self.engine.now());
        let event = Event::DomainDropped { name: domain.to_owned() };
        self.change(move |tx| {
            let account = tx.account_by_clid(&clid)?.unwrap().id;
            tx.push_notice(&Notice { id, account, at, event: event.clone(), asked: None })?;
            let delivery = engine::model::Delivery::of(id, at);
            tx.put_delivery(&delivery)?;
            tx.remind(&engine::model::Due::new(
                at,
                engine::model::Job::Delivery,
                engine::model::ObjectId(id.0),
            ))
        });
        id
    }

    /// Runs what is due now.
    pub(crate) fn run(&self) -> Result<Ran, engine::Failure> {
        self.command(Run { until: self.engine.now(), most: 100 }).map(|done| done.answer)
    }

    pub(crate) fn pass_minutes(&self, minutes: i64) {
        self.clock.0.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }

    pub(crate) fn command<C: Command>(&self, command: C) -> End<C> {
        let (reply, end) = mpsc::channel();
        let request = Request::new(Actor::server(), self.engine.new_operation());
        self.engine.command(request, command, move |ended| reply.send(ended).unwrap());
        end.recv().unwrap()
    }

    /// A dispatcher with a courier.
    pub(crate) fn dispatcher(&self, courier: Arc<dyn Courier>) -> Dispatcher {
        Dispatcher::start(self.engine.clone(), courier, Settings::default()).unwrap()
    }

    /// Hands out what is due, and waits until it is carried.
    #[track_caller]
    pub(crate) fn dispatch(&self, dispatcher: &Dispatcher) -> usize {
        let parcels = self.run().unwrap().parcels;
        let handed_out = parcels.len();
        dispatcher.take(parcels);
        assert!(dispatcher.settle(PATIENCE), "the couriers come to an end");
        handed_out
    }

    fn change(&self, work: impl FnMut(&dyn Transaction) -> StoreResult<()> + Send + 'static) {
        let (end, ended) = mpsc::channel();
        self.engine.store().command(Box::new(Change { work, end }));
        ended.recv().unwrap().unwrap();
    }
}

/// Couriers as the sandbox has them.
pub(crate) fn couriers(mail: Option<Arc<dyn Postbox>>) -> Arc<dyn Courier> {
    Arc::new(Couriers { url: HttpCourier::new(Reach::Anywhere), mail, forms: Vec::new() })
}

pub(crate) fn unavailable() -> Fault {
    Fault::new(FaultKind::Unavailable(Port::Mail), "ordered")
}

pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

fn clid(text: &str) -> Clid {
    Clid::parse(text).unwrap()
}

impl Faults for Trouble {
    fn strike(&self, port: Port, ask: &Ask<'_>) -> Option<Fault> {
        let is_ours = port == Port::Mail && ask.operation.name() == "notice_delivery";
        if is_ours { self.next_mail.lock().unwrap().take() } else { None }
    }
}

impl CommitGate for Trouble {
    fn before_commit(&self) -> Result<(), Fault> {
        self.next_commit.lock().unwrap().take().map_or(Ok(()), Err)
    }
}

struct HandClock(AtomicI64);

impl Clock for HandClock {
    fn now(&self) -> Instant {
        Instant::from_millis(self.0.load(Ordering::SeqCst))
    }
}

struct NoEntropy;

impl Entropy for NoEntropy {
    fn fill(&self, buffer: &mut [u8]) {
        buffer.fill(7);
    }
}

struct Change<F> {
    work: F,
    end: mpsc::Sender<StoreResult<()>>,
}

impl<F: FnMut(&dyn Transaction) -> StoreResult<()> + Send> CommandJob for Change<F> {
    fn run(&mut self, transaction: &dyn Transaction) -> StoreResult<Verdict> {
        (self.work)(transaction).map(|()| Verdict::Keep)
    }

    fn end(self: Box<Self>, end: StoreResult<()>) {
        self.end.send(end).unwrap();
    }
}
