//! Orders of certificates.

use std::ops::Range;

use engine::model::{AccountId, CertificateId, CertificateOrder, CertificateOrderId, Instant, Pattern};
use engine::ports::store::{CertificateFilter, Certificates, CertificatesMut, Inserted, Result, Slice};

use crate::columns::Columns;
use crate::document;
use crate::pages::Listing;
use crate::patterns::{among, like};
use crate::sql::{Attempt, Sql, Value};
use crate::tables::{Tables, values};

impl<C: Sql> Certificates for Tables<C> {
    fn certificate_order(&self, id: CertificateOrderId) -> Result<Option<CertificateOrder>> {
        self.sql.one(SELECT, values![id], order)
    }

    fn certificate_orders(&self, certificate: CertificateId) -> Result<Vec<CertificateOrder>> {
        self.sql.all(SELECT_OF, values![certificate], order)
    }

    fn certificates(
        &self,
        account: AccountId,
        filter: &CertificateFilter,
        slice: &Slice<CertificateId>,
    ) -> Result<Vec<CertificateOrder>> {
        let (listing, first) = if filter.newest_first { (NEWEST_FIRST, i64::MAX) } else { (OLDEST_FIRST, 0) };
        let after = slice.after.map_or(first, |certificate| certificate.0);
        let place = values![after, slice.most, slice.skip];
        listing.slice(&self.sql, &Asked::of(filter).scope(account, filter), place, order)
    }

    fn count_certificates(&self, account: AccountId, filter: &CertificateFilter) -> Result<u64> {
        OLDEST_FIRST.count(&self.sql, &Asked::of(filter).scope(account, filter))
    }
}

impl<C: Sql> CertificatesMut for Tables<C> {
    fn insert_certificate_order(&self, order: &CertificateOrder) -> Result<Inserted> {
        let documents = Documents::of(order)?;
        let inserted = self.sql.attempt(
            INSERT,
            values![
                order.id,
                order.certificate,
                order.number,
                order.account,
                order.kind,
                &order.class,
                order.years,
                order.state,
                order.since,
                order.created_at,
                order.expires_at,
                order.look_at,
                order.repays,
                documents.request.as_ref(),
                documents.controls.as_ref(),
                order.reference.as_ref(),
                documents.issued.as_ref(),
                order.reason.as_ref(),
                common_name(order).as_deref(),
            ],
        )?;
        Ok(if inserted == Attempt::Taken { Inserted::Taken } else { Inserted::Yes })
    }

    fn update_certificate_order(&self, order: &CertificateOrder) -> Result<()> {
        let documents = Documents::of(order)?;
        self.update(
            UPDATE,
            values![
                order.state,
                order.since,
                order.expires_at,
                order.look_at,
                order.repays,
                documents.request.as_ref(),
                documents.controls.as_ref(),
                order.reference.as_ref(),
                documents.issued.as_ref(),
                order.reason.as_ref(),
                common_name(order).as_deref(),
                order.id,
            ],
        )
    }
}

/// What a filter asks of texts, as statements take it. Nothing is asked for by an empty text.
struct Asked {
    number: String,
    class: String,
    common_name: String,
    states: String,
}

impl Asked {
    fn of(filter: &CertificateFilter) -> Self {
        let like =
            |pattern: Option<&Pattern>| pattern.map(|pattern| like(pattern.as_str())).unwrap_or_default();
        let states = filter.states.as_ref().map(|states| among(states.iter().map(|state| state.name())));
        Self {
            number: like(filter.number.as_ref()),
            class: like(filter.class.as_ref()),
            common_name: like(filter.common_name.as_ref()),
            states: states.unwrap_or_default(),
        }
    }

    fn scope(&self, account: AccountId, filter: &CertificateFilter) -> Vec<Value<'_>> {
        let texts = [&self.number, &self.class, &self.common_name, &self.states];
        let texts = texts.map(|text| Value::Text(text));
        let ends = [filter.expires.is_some().into()];
        let spans = bounds(&filter.created).into_iter().chain(bounds(&filter.changed)).chain(ends);
        std::iter::once(account.into()).chain(texts).chain(spans).chain(bounds(&filter.expires)).collect()
    }
}

/// The beginning and the end of a span; without one, of all time.
fn bounds(span: &Option<Range<Instant>>) -> [Value<'static>; 2] {
    let ever = Instant::from_millis(i64::MIN)..Instant::from_millis(i64::MAX);
    let span = span.as_ref().unwrap_or(&ever);
    [span.start.into(), span.end.into()]
}

/// A column of its own, because lists are searched by it.
fn common_name(order: &CertificateOrder) -> Option<String> {
    order.common_name().map(ToString::to_string)
}

/// What of an order stands in documents.
struct Documents {
    request: Option<String>,
    controls: Option<String>,
    issued: Option<String>,
}

impl Documents {
    fn of(order: &CertificateOrder) -> Result<Self> {
        Ok(Self {
            request: order.request.as_ref().map(document::text).transpose()?,
            controls: document::list(&order.controls)?,
            issued: order.issued.as_ref().map(document::text).transpose()?,
        })
    }
}

fn order(columns: &mut Columns<'_>) -> Result<CertificateOrder> {
    Ok(CertificateOrder {
        id: columns.read()?,
        certificate: columns.read()?,
        number: columns.read()?,
        account: columns.read()?,
        kind: columns.read()?,
        class: columns.read()?,
        years: columns.read()?,
        state: columns.read()?,
        since: columns.read()?,
        created_at: columns.read()?,
        expires_at: columns.read()?,
        look_at: columns.read()?,
        repays: columns.read()?,
        request: columns.optional_document()?,
        controls: columns.optional_document()?.unwrap_or_default(),
        reference: columns.read()?,
        issued: columns.optional_document()?,
        reason: columns.read()?,
    })
}

/// A query for orders: all their columns, then the rest of the statement.
macro_rules! select {
    ($rest:literal) => {
        concat!(columns!(), " ", $rest)
    };
}

macro_rules! columns {
    () => {
        "SELECT id, certificate, number, account_id, kind, class, years, state, since, created_at, expires_at, \
         look_at, repays, request, controls, reference, issued, reason FROM certificate_order"
    };
}

const SELECT: &str = select!("WHERE id = $1");
const SELECT_OF: &str = select!("WHERE certificate = $1 ORDER BY number");
/// The latest orders of an account's certificates, as far as they fit.
macro_rules! fitting {
    () => {
        "account_id = $1 AND NOT EXISTS \
         (SELECT 1 FROM certificate_order AS later WHERE later.certificate = certificate_order.certificate \
         AND later.number > certificate_order.number) \
         AND ($2 = '' OR CAST(certificate AS TEXT) LIKE $2 ESCAPE '!') AND ($3 = '' OR LOWER(class) LIKE $3 ESCAPE '!') \
         AND ($4 = '' OR common_name LIKE $4 ESCAPE '!') AND ($5 = '' OR $5 LIKE '%,' || state || ',%') \
         AND created_at >= $6 AND created_at < $7 AND since >= $8 AND since < $9 \
         AND ($10 = 0 OR (expires_at >= $11 AND expires_at < $12))"
    };
}

const OLDEST_FIRST: Listing = Listing {
    rows: concat!(
        columns!(),
        " WHERE ",
        fitting!(),
        " AND certificate > $13 ORDER BY certificate LIMIT $14 OFFSET $15"
    ),
    count: concat!("SELECT COUNT(*) FROM certificate_order WHERE ", fitting!()),
};
const NEWEST_FIRST: Listing = Listing {
    rows: concat!(
        columns!(),
        " WHERE ",
        fitting!(),
        " AND certificate < $13 ORDER BY certificate DESC LIMIT $14 OFFSET $15"
    ),
    count: OLDEST_FIRST.count,
};
const INSERT: &str = "INSERT INTO certificate_order (id, certificate, number, account_id, kind, class, years, state, \
     since, created_at, expires_at, look_at, repays, request, controls, reference, issued, reason, common_name) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";
const UPDATE: &str = "UPDATE certificate_order SET state = $1, since = $2, expires_at = $3, look_at = $4, repays = $5, \
     request = $6, controls = $7, reference = $8, issued = $9, reason = $10, common_name = $11 WHERE id = $12";
