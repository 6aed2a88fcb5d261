//! All that is ordered.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use engine::Fault;
use engine::ports::{Ask, Faults, Port};
use serde::{Deserialize, Serialize};

use super::order::Nonsense;
use super::rule::Blow;
use super::{Order, Rule, magic, replay};

/// The orders in force. Of several that fit a call, the first strikes.
#[derive(Debug)]
pub struct Plan {
    orders: Mutex<Orders>,
    /// Whether there are orders, and whether names are looked at: a call that nothing is ordered for takes no lock.
    ordered: AtomicBool,
    magic: AtomicBool,
}

/// The orders, as they are kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Orders {
    /// Whether names bring trouble by themselves.
    pub magic: bool,
    /// The orders, oldest first.
    pub rules: Vec<Rule>,
    /// How many orders were ever given: their ids are counted.
    given: u64,
}

impl Default for Orders {
    /// Nothing but the magic of names.
    fn default() -> Self {
        Self { magic: true, rules: Vec::new(), given: 0 }
    }
}

impl Default for Plan {
    fn default() -> Self {
        let (ordered, magic) = (AtomicBool::new(false), AtomicBool::new(true));
        Self { orders: Mutex::default(), ordered, magic }
    }
}

impl Plan {
    /// Nothing is ordered. Names bring trouble by themselves.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an order and answers with it.
    ///
    /// # Errors
    /// What makes no sense about it, or that there are too many.
    pub fn add(&self, order: Order) -> Result<Rule, Nonsense> {
        order.check()?;
        let mut orders = self.orders();
        if orders.rules.len() >= MOST {
            orders.rules.retain(|rule| !rule.is_spent());
        }
        if orders.rules.len() >= MOST {
            let reason = format!("there are {MOST} orders already; remove some");
            return Err(Nonsense { field: "port", reason });
        }
        orders.given += 1;
        let rule = Rule::new(format!("f{}", orders.given), order);
        orders.rules.push(rule.clone());
        self.note(&orders);
        Ok(rule)
    }

    /// Takes an order away, and answers with it.
    pub fn remove(&self, id: &str) -> Option<Rule> {
        let mut orders = self.orders();
        let place = orders.rules.iter().position(|rule| rule.id == id)?;
        let rule = orders.rules.remove(place);
        self.note(&orders);
        Some(rule)
    }

    /// Takes all orders away, and tells how many there were.
    pub fn clear(&self) -> usize {
        let mut orders = self.orders();
        let gone = std::mem::take(&mut orders.rules).len();
        self.note(&orders);
        gone
    }

    /// Lets names bring trouble by themselves, or not.
    pub fn set_magic(&self, magic: bool) {
        let mut orders = self.orders();
        orders.magic = magic;
        self.note(&orders);
    }

    /// What is ordered, to be shown and kept.
    pub fn orders_now(&self) -> Orders {
        self.orders().clone()
    }

    /// Puts what was kept in the place of what is ordered.
    pub fn set_orders(&self, kept: Orders) {
        let mut orders = self.orders();
        *orders = kept;
        self.note(&orders);
    }

    /// Whether anything may be ordered for a call.
    pub(super) fn concerns(&self, ask: &Ask<'_>) -> bool {
        self.ordered.load(Ordering::Acquire)
            || (self.magic.load(Ordering::Acquire) && magic::is_magic(ask.object))
    }

    /// What a call meets.
    pub(super) fn meet(&self, port: Port, ask: &Ask<'_>) -> Option<Blow> {
        if !self.concerns(ask) {
            return None;
        }
        let mut orders = self.orders();
        let struck = orders.rules.iter_mut().find_map(|rule| rule.strike(port, ask));
        let blow = struck.or_else(|| magic::cast(port, ask).filter(|_| orders.magic))?;
        tracing::info!(
            by = blow.by, port = port.name(), trouble = blow.trouble.map(super::Trouble::name), delay = ?blow.delay,
            account = %ask.account, operation = ask.operation.name(), object = ask.object, "an ordered fault strikes"
        );
        Some(blow)
    }

    fn note(&self, orders: &Orders) {
        self.ordered.store(!orders.rules.is_empty(), Ordering::Release);
        self.magic.store(orders.magic, Ordering::Release);
    }

    fn orders(&self) -> MutexGuard<'_, Orders> {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The ports that the engine meets by itself. A transaction that the store runs twice meets the same both times.
impl Faults for Plan {
    fn strike(&self, port: Port, ask: &Ask<'_>) -> Option<Fault> {
        replay::once(port, || {
            let blow = self.meet(port, ask)?;
            blow.trouble.map(|trouble| trouble.fault(port, &blow.by))
        })
    }
}

const MOST: usize = 1_000;
