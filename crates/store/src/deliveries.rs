//! Where notices are delivered, and which are on their way.

use engine::model::{AccountId, Delivery, DeliveryTarget, Destination, NoticeId, SealedSecret};
use engine::ports::store::{Deliveries, DeliveriesMut, Result};

use crate::columns::{Columns, Stored};
use crate::sql::{Sql, Value};
use crate::tables::{Tables, values};

impl<C: Sql> Deliveries for Tables<C> {
    fn destination(&self, account: AccountId) -> Result<Option<Destination>> {
        self.sql.one(SELECT_DESTINATION, values![account], destination)
    }

    fn delivery(&self, notice: NoticeId) -> Result<Option<Delivery>> {
        self.sql.one(SELECT, values![notice], delivery)
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
        self.update(PUT, values![delivery.notice, delivery.begun_at, delivery.next_at, delivery.attempts])
    }

    fn remove_delivery(&self, notice: NoticeId) -> Result<bool> {
        Ok(self.sql.execute(DELETE, values![notice])? == 1)
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
        notice: columns.read()?,
        begun_at: columns.read()?,
        next_at: columns.read()?,
        attempts: columns.read()?,
    })
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
const SELECT: &str = "SELECT notice_id, begun_at, next_at, attempts FROM delivery WHERE notice_id = $1";
const PUT: &str = "INSERT INTO delivery (notice_id, begun_at, next_at, attempts) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (notice_id) DO UPDATE \
     SET begun_at = excluded.begun_at, next_at = excluded.next_at, attempts = excluded.attempts";
const DELETE: &str = "DELETE FROM delivery WHERE notice_id = $1";
