//! From the order to the certificate: engine, clerk and the authority of this system's own, with trouble on the way.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::sync::atomic::{AtomicI64, AtomicU8, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use ca::{Clerk, LocalAuthority, Settings};
use engine::keys::AuthInfoKey;
use engine::model::{
    CertificateClass, CertificateOrder, CertificateOrderId, CertificateState, Clid, ControlMethod, Currency,
    Instant,
};
use engine::ops::account::Open;
use engine::ops::certificate::{ConfirmControl, ControlChoice, Order, RequestDraft};
use engine::ops::due::Run;
use engine::policy::{CertificatePolicy, HouseRules, Policies, Zone};
use engine::ports::store::{QueryJob, Result as StoreResult, Snapshot};
use engine::ports::{Ask, Clock, Entropy, Faults, Port};
use engine::protection::{OwnNetwork, OwnZones};
use engine::{Actor, Command, Engine, Fault, FaultKind, Parts, Request};
use rcgen::{CertificateParams, DnType, KeyPair};
use store::{Options, Sqlite};

/// Bytes that repeat from run to run.
#[derive(Default)]
struct Counting(AtomicU8);

impl Entropy for Counting {
    fn fill(&self, buffer: &mut [u8]) {
        buffer.fill_with(|| self.0.fetch_add(7, Ordering::SeqCst));
    }
}

/// A clock that is set by hand, and trouble at the authority.
struct Around {
    now: AtomicI64,
    trouble: Mutex<Option<FaultKind>>,
}

impl Clock for Around {
    fn now(&self) -> Instant {
        Instant::from_millis(self.now.load(Ordering::SeqCst))
    }
}

impl Faults for Around {
    fn strike(&self, port: Port, ask: &Ask<'_>) -> Option<Fault> {
        let is_ours = port == Port::CertificateAuthority && ask.object == "shop.test";
        let trouble = if is_ours { self.trouble.lock().unwrap().take() } else { None };
        trouble.map(|kind| Fault::new(kind, "ordered"))
    }
}

struct Office {
    engine: Engine,
    around: Arc<Around>,
    clerk: Clerk,
    order: CertificateOrderId,
}

impl Office {
    /// An order that is approved.
    fn new() -> Self {
        let start = Instant::parse("2027-03-01T12:00:00Z").unwrap();
        let around = Arc::new(Around { now: AtomicI64::new(start.millis()), trouble: Mutex::new(None) });
        let free =
            "[products.DV]\ntitle = \"x\"\nvalidation = \"domain\"\nprices = { USD = { create = \"0.00\" } }";
        let zone = Zone::parse("name = \"test\"").unwrap();
        let policies = Policies::new([zone], HouseRules::default());
        let engine = Engine::new(Parts {
            store: Arc::new(Sqlite::in_memory(Options::default()).unwrap()),
            clock: around.clone(),
            entropy: Arc::new(Counting::default()),
            faults: around.clone(),
            network: Arc::new(OwnNetwork),
            dns: Arc::new(OwnZones),
            signatures: Arc::new(csr::RingSignatures),
            policies: policies.with_certificates(CertificatePolicy::parse(free).unwrap()),
            authinfo_key: AuthInfoKey::new([7; 32]),
            mails: true,
            last_id: 0,
        });
        let authority = LocalAuthority::ephemeral(start.seconds()).unwrap();
        let clerk = Clerk::start(engine.clone(), Arc::new(authority), Settings::default()).unwrap();
        let order = approved(&engine);
        Self { engine, around, clerk, order }
    }

    /// Lets minutes pass and has done what is due then.
    fn pass(&self, minutes: i64) -> CertificateOrder {
        self.around.now.fetch_add(minutes * 60_000, Ordering::SeqCst);
        let run = Run { until: self.engine.now(), most: 100 };
        self.clerk.take(done(&self.engine, &Actor::server(), run).asks);
        assert!(self.clerk.settle(Duration::from_secs(30)));
        let order = self.order;
        look(&self.engine, move |store| store.certificate_order(order)).unwrap()
    }
}

fn approved(engine: &Engine) -> CertificateOrderId {
    let clid = Clid::parse("ALPHA").unwrap();
    let open = Open { clid, name: "Alpha".to_owned(), currency: Currency::Usd, credit_limit: 0 };
    let id = done(engine, &Actor::nobody(), open);
    let alpha = Actor::new(look(engine, move |store| store.account(id)).unwrap());
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, "shop.test");
    let csr = params.serialize_request(&KeyPair::generate().unwrap()).unwrap().pem().unwrap();
    let order = Order {
        class: CertificateClass::parse("DV").unwrap(),
        years: 1,
        request: Some(RequestDraft { csr, names: Vec::new(), contacts: Vec::new(), web_server: None }),
        controls: Some(vec![ControlChoice { name: None, method: ControlMethod::File, approver: None }]),
    };
    let order = done(engine, &alpha, order).order.id;
    done(engine, &Actor::server(), ConfirmControl { order, name: None });
    order
}

fn done<C: Command>(engine: &Engine, actor: &Actor, command: C) -> C::Answer {
    let (reply, end) = mpsc::channel();
    let request = Request::new(actor.clone(), engine.new_operation());
    engine.command(request, command, move |end| reply.send(end).unwrap());
    end.recv().unwrap().unwrap().answer
}

fn look<T: Send + 'static>(
    engine: &Engine,
    look: impl FnOnce(&dyn Snapshot) -> StoreResult<T> + Send + 'static,
) -> T {
    struct Look<F, T>(F, mpsc::Sender<T>);
    impl<T: Send, F: FnOnce(&dyn Snapshot) -> StoreResult<T> + Send> QueryJob for Look<F, T> {
        fn run(self: Box<Self>, snapshot: StoreResult<&dyn Snapshot>) {
            self.1.send(snapshot.and_then(self.0).unwrap()).unwrap();
        }
    }
    let (answer, answered) = mpsc::channel();
    engine.store().query(Box::new(Look(look, answer)));
    answered.recv().unwrap()
}

#[test]
fn what_is_approved_is_issued() {
    let order = Office::new().pass(0);
    assert_eq!(order.state, CertificateState::Issued);
    assert!(order.issued.unwrap().pem.starts_with("-----BEGIN CERTIFICATE-----"));
}

#[test]
fn trouble_on_the_way_is_asked_through() {
    for trouble in [
        FaultKind::Unavailable(Port::CertificateAuthority),
        FaultKind::TimedOut(Port::CertificateAuthority),
        FaultKind::Internal,
    ] {
        let office = Office::new();
        *office.around.trouble.lock().unwrap() = Some(trouble);
        assert_eq!(office.pass(0).state, CertificateState::Processing, "{trouble:?}");
        assert_eq!(office.pass(5).state, CertificateState::Issued, "{trouble:?}");
    }
}

#[test]
fn an_authority_may_refuse() {
    let office = Office::new();
    *office.around.trouble.lock().unwrap() = Some(FaultKind::Refused(Port::CertificateAuthority));
    assert_eq!(office.pass(0).state, CertificateState::Rejected);
}
