//! Orders of certificates.

use engine::model::{AccountId, CertificateId, CertificateOrder, CertificateOrderId};
use engine::ports::store::{Certificates, CertificatesMut, Inserted, Result, Slice};

use crate::columns::{Columns, only};
use crate::document;
use crate::sql::{Attempt, Sql};
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
        slice: &Slice<CertificateId>,
    ) -> Result<Vec<CertificateOrder>> {
        let after = slice.after.map_or(0, |certificate| certificate.0);
        self.sql.all(SELECT_LATEST, values![account, after, slice.most, slice.skip], order)
    }

    fn count_certificates(&self, account: AccountId) -> Result<u64> {
        Ok(self.sql.one(COUNT, values![account], only)?.unwrap_or_default())
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
                order.id,
            ],
        )
    }
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
        concat!(
            "SELECT id, certificate, number, account_id, kind, class, years, state, since, created_at, expires_at, \
             look_at, repays, request, controls, reference, issued, reason FROM certificate_order ",
            $rest
        )
    };
}

const SELECT: &str = select!("WHERE id = $1");
const SELECT_OF: &str = select!("WHERE certificate = $1 ORDER BY number");
const SELECT_LATEST: &str = select!(
    "WHERE account_id = $1 AND certificate > $2 AND NOT EXISTS \
     (SELECT 1 FROM certificate_order AS later WHERE later.certificate = certificate_order.certificate \
     AND later.number > certificate_order.number) ORDER BY certificate LIMIT $3 OFFSET $4"
);
const COUNT: &str = "SELECT COUNT(*) FROM certificate_order WHERE account_id = $1 AND number = 1";
const INSERT: &str = "INSERT INTO certificate_order (id, certificate, number, account_id, kind, class, years, state, \
     since, created_at, expires_at, look_at, repays, request, controls, reference, issued, reason) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";
const UPDATE: &str = "UPDATE certificate_order SET state = $1, since = $2, expires_at = $3, look_at = $4, repays = $5, \
     request = $6, controls = $7, reference = $8, issued = $9, reason = $10 WHERE id = $11";
