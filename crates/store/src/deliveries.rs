//! Where notices are delivered, and what is on its way.

use engine::model::{
    AccountId, CargoId, Delivery, DeliveryTarget, Destination, Email, LetterId, SealedLetter, SealedSecret,
};
use engine::ports::store::{Deliveries, DeliveriesMut, Result};

use crate::columns::{Columns, Stored};
use crate::sql::{Sql, Value};
use crate::tables::{Tables, values};

impl<C: Sql> Deliveries for Tables<C> {
    fn destination(&self, account: AccountId) -> Result<Option<Destination>> {
        self.sql.one(SELECT_DESTINATION, values![account], destination)
    }

    fn delivery(&self, cargo: CargoId) -> Result<Option<Delivery>> {
        self.sql.one(SELECT, values![cargo], delivery)
    }

    fn letter(&self, id: LetterId) -> Result<Option<SealedLetter>> {
        self.sql.one(SELECT_LETTER, values![id], letter)
    }
}

impl<C: Sql> DeliveriesMut for Tables<C> {
    fn put_destination(&self, account: AccountId, destination: Option<&Destination>) -> Result<()> {
        let Some(Destination { target, secret, form }) = destination else {
            return self.sql.execute(DELETE_DESTINATION, values![account]).map(drop);
        };
        self.update(
            PUT_DESTINATION,
            values![account, target.kind(), target.address(), secret.as_ref(), form.as_ref()],
        )
    }

    fn put_delivery(&self, delivery: &Delivery) -> Result<()> {
        self.update(PUT, values![delivery.cargo, delivery.begun_at, delivery.next_at, delivery.attempts])
    }

    fn remove_delivery(&self, cargo: CargoId) -> Result<bool> {
        self.sql.execute(DELETE_LETTER, values![cargo])?;
        Ok(self.sql.execute(DELETE, values![cargo])? == 1)
    }

    fn put_letter(&self, letter: &SealedLetter) -> Result<()> {
        let SealedLetter { id, account, at, to, subject, text } = letter;
        self.update(INSERT_LETTER, values![*id, *account, *at, to.as_str(), subject, text])
    }
}

fn destination(columns: &mut Columns<'_>) -> Result<Destination> {
    let (kind, address) = (columns.text()?, columns.text()?);
    let target = DeliveryTarget::from_store(kind, address)
        .ok_or_else(|| columns.nonsense("no target of deliveries"))?;
    Ok(Destination { target, secret: columns.read()?, form: columns.read()? })
}

fn delivery(columns: &mut Columns<'_>) -> Result<Delivery> {
    Ok(Delivery {
        cargo: columns.read()?,
        begun_at: columns.read()?,
        next_at: columns.read()?,
        attempts: columns.read()?,
    })
}

fn letter(columns: &mut Columns<'_>) -> Result<SealedLetter> {
    Ok(SealedLetter {
        id: columns.read()?,
        account: columns.read()?,
        at: columns.read()?,
        to: recipient(columns)?,
        subject: columns.read()?,
        text: columns.read()?,
    })
}

fn recipient(columns: &mut Columns<'_>) -> Result<Email> {
    let text = columns.text()?;
    Email::parse(text).map_err(|_| columns.nonsense("no e-mail address"))
}

impl Stored for SealedSecret {
    fn read(value: Value<'_>) -> Option<Self> {
        let Value::Bytes(bytes) = value else { return None };
        Some(Self::from_store(bytes))
    }
}

impl<'a> From<&'a SealedSecret> for Value<'a> {
    fn from(secret: &'a SealedSecret) -> Self {
        Self::Bytes(secret.bytes())
    }
}

const SELECT_DESTINATION: &str = "SELECT kind, address, secret, form FROM destination WHERE account_id = $1";
const PUT_DESTINATION: &str = "INSERT INTO destination (account_id, kind, address, secret, form) \
     VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (account_id) DO UPDATE \
     SET kind = excluded.kind, address = excluded.address, secret = excluded.secret, form = excluded.form";
const DELETE_DESTINATION: &str = "DELETE FROM destination WHERE account_id = $1";
const SELECT: &str = "SELECT cargo_id, begun_at, next_at, attempts FROM delivery WHERE cargo_id = $1";
const PUT: &str = "INSERT INTO delivery (cargo_id, begun_at, next_at, attempts) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (cargo_id) DO UPDATE \
     SET begun_at = excluded.begun_at, next_at = excluded.next_at, attempts = excluded.attempts";
const DELETE: &str = "DELETE FROM delivery WHERE cargo_id = $1";
const SELECT_LETTER: &str = "SELECT id, account_id, at, recipient, subject, text FROM letter WHERE id = $1";
const INSERT_LETTER: &str =
    "INSERT INTO letter (id, account_id, at, recipient, subject, text) VALUES ($1, $2, $3, $4, $5, $6)";
const DELETE_LETTER: &str = "DELETE FROM letter WHERE id = $1";
