//! How the model's types stand in columns. A table: one line per type.

use std::net::IpAddr;

use engine::model::{
    AccountId, ApiTokenId, AuthInfoDigest, CargoId, CartItemId, CertificateClass, CertificateId,
    CertificateOrderId, CertificateOrderKind, CertificateState, Clid, ContactId, CreditState, Currency,
    CustomerId, Cycle, DnsLock, DnsRowId, DnsZoneId, DnsZoneState, DomainId, DomainName, Email, EntryId,
    EntryKind, FolderId, Handle, Handshake, HandshakeId, HoldId, HostId, Instant, InvoiceNumber, Job,
    LetterId, Line, MailAddressId, MailForwardingId, MailPassword, MailTerm, MailboxId, MailboxName,
    MailspaceId, MailspaceName, NoticeId, NssetId, NssetName, ObjectId, OperationId, PartyId, Plan, Product,
    ProtectionId, ProtectionMode, ProtectionState, Question, Realm, RenewalMode, ResellerReference, Role,
    RowName, Tag, TaskId, TaskKind, TaskState, TimeOut, TransferState, Vat, WebForwardingId,
    WebForwardingKind, WebTarget,
};

use crate::columns::Stored;
use crate::sql::Value;

/// Types kept as whole numbers: how to read one, how to write one.
macro_rules! stored_as_int {
    ($($type:ty: $read:expr, $write:expr;)*) => {$(
        impl Stored for $type {
            fn read(value: Value<'_>) -> Option<Self> {
                let Value::Int(number) = value else { return None };
                let read: fn(i64) -> Option<$type> = $read;
                read(number)
            }
        }

        impl From<$type> for Value<'_> {
            fn from(value: $type) -> Self {
                let write: fn($type) -> i64 = $write;
                Self::Int(write(value))
            }
        }
    )*};
}

/// Types kept as one of a few fixed words.
macro_rules! stored_as_word {
    ($($type:ty: $read:expr, $write:expr;)*) => {$(
        impl Stored for $type {
            fn read(value: Value<'_>) -> Option<Self> {
                let Value::Text(text) = value else { return None };
                $read(text)
            }
        }

        impl From<$type> for Value<'_> {
            fn from(value: $type) -> Self {
                Self::Text($write(value))
            }
        }
    )*};
}

/// Types kept as text of their own.
macro_rules! stored_as_text {
    ($($type:ty: $read:expr, $write:expr;)*) => {$(
        impl Stored for $type {
            fn read(value: Value<'_>) -> Option<Self> {
                let Value::Text(text) = value else { return None };
                let read: fn(String) -> $type = $read;
                Some(read(text.to_owned()))
            }
        }

        impl<'a> From<&'a $type> for Value<'a> {
            fn from(value: &'a $type) -> Self {
                let write: fn(&$type) -> &str = $write;
                Self::Text(write(value))
            }
        }
    )*};
}

stored_as_int! {
    i64: Some, |number| number;
    u64: |number| number.try_into().ok(), |number| number.cast_signed();
    u32: |number| number.try_into().ok(), i64::from;
    u16: |number| number.try_into().ok(), i64::from;
    u8: |number| number.try_into().ok(), i64::from;
    bool: |number| u8::try_from(number).ok().filter(|bit| *bit <= 1).map(|bit| bit == 1), i64::from;
    AccountId: |id| Some(AccountId(id)), |id| id.0;
    ApiTokenId: |id| Some(ApiTokenId(id)), |id| id.0;
    CargoId: |id| Some(CargoId(id)), |id| id.0;
    CartItemId: |id| Some(CartItemId(id)), |id| id.0;
    CertificateId: |id| Some(CertificateId(id)), |id| id.0;
    CertificateOrderId: |id| Some(CertificateOrderId(id)), |id| id.0;
    ContactId: |id| Some(ContactId(id)), |id| id.0;
    DnsRowId: |id| Some(DnsRowId(id)), |id| id.0;
    DnsZoneId: |id| Some(DnsZoneId(id)), |id| id.0;
    CustomerId: |id| Some(CustomerId(id)), |id| id.0;
    DomainId: |id| Some(DomainId(id)), |id| id.0;
    EntryId: |id| Some(EntryId(id)), |id| id.0;
    FolderId: |id| Some(FolderId(id)), |id| id.0;
    HandshakeId: |id| Some(HandshakeId(id)), |id| id.0;
    HoldId: |id| Some(HoldId(id)), |id| id.0;
    HostId: |id| Some(HostId(id)), |id| id.0;
    LetterId: |id| Some(LetterId(id)), |id| id.0;
    InvoiceNumber: |number| Some(InvoiceNumber::from_store(number)), InvoiceNumber::value;
    MailAddressId: |id| Some(MailAddressId(id)), |id| id.0;
    MailForwardingId: |id| Some(MailForwardingId(id)), |id| id.0;
    MailTerm: |months| MailTerm::of_months(months.try_into().ok()?), |term| term.months().into();
    MailboxId: |id| Some(MailboxId(id)), |id| id.0;
    MailspaceId: |id| Some(MailspaceId(id)), |id| id.0;
    NoticeId: |id| Some(NoticeId(id)), |id| id.0;
    NssetId: |id| Some(NssetId(id)), |id| id.0;
    ObjectId: |id| Some(ObjectId(id)), |id| id.0;
    OperationId: |id| Some(OperationId(id)), |id| id.0;
    PartyId: |id| Some(PartyId(id)), |id| id.0;
    ProtectionId: |id| Some(ProtectionId(id)), |id| id.0;
    TaskId: |id| Some(TaskId(id)), |id| id.0;
    WebForwardingId: |id| Some(WebForwardingId(id)), |id| id.0;
    Instant: |millis| Some(Instant::from_millis(millis)), Instant::millis;
    Job: |number| Job::ALL.get(usize::try_from(number).ok()?).copied(), |job| job as i64;
    Vat: |points| Vat::of_basis_points(points.try_into().ok()?), |vat| vat.basis_points().into();
    Role: |number| Role::ALL.get(usize::try_from(number).ok()?).copied(), |role| role as i64;
}

stored_as_word! {
    CertificateOrderKind: CertificateOrderKind::parse, CertificateOrderKind::name;
    CertificateState: CertificateState::parse, CertificateState::name;
    CreditState: CreditState::parse, CreditState::name;
    Currency: Currency::parse, Currency::code;
    DnsLock: DnsLock::from_name, DnsLock::name;
    DnsZoneState: DnsZoneState::from_name, DnsZoneState::name;
    Cycle: Cycle::parse, Cycle::name;
    EntryKind: EntryKind::parse, EntryKind::name;
    Handshake: Handshake::parse, Handshake::name;
    Plan: Plan::parse, Plan::name;
    ProtectionMode: ProtectionMode::parse, ProtectionMode::name;
    ProtectionState: ProtectionState::parse, ProtectionState::name;
    Question: Question::parse, Question::name;
    Realm: Realm::parse, Realm::name;
    RenewalMode: RenewalMode::parse, RenewalMode::name;
    TaskKind: TaskKind::parse, TaskKind::name;
    TaskState: TaskState::parse, TaskState::name;
    TimeOut: TimeOut::parse, TimeOut::name;
    TransferState: TransferState::parse, TransferState::name;
    Product: Product::parse, Product::name;
    WebForwardingKind: WebForwardingKind::parse, WebForwardingKind::name;
}

stored_as_text! {
    ResellerReference: ResellerReference::from_store, ResellerReference::as_str;
    CertificateClass: CertificateClass::from_store, CertificateClass::as_str;
    Clid: Clid::from_store, Clid::as_str;
    DomainName: DomainName::from_store, DomainName::as_str;
    Email: Email::from_store, Email::as_str;
    Handle: Handle::from_store, Handle::as_str;
    Line: Line::from_store, Line::as_str;
    MailPassword: MailPassword::from_hash, MailPassword::hash;
    MailboxName: MailboxName::from_store, MailboxName::as_str;
    MailspaceName: MailspaceName::from_store, MailspaceName::as_str;
    NssetName: NssetName::from_store, NssetName::as_str;
    RowName: RowName::from_store, RowName::as_str;
    Tag: Tag::from_store, Tag::as_str;
    String: |text| text, String::as_str;
    WebTarget: WebTarget::from_store, WebTarget::as_str;
}

impl Stored for AuthInfoDigest {
    fn read(value: Value<'_>) -> Option<Self> {
        let Value::Bytes(bytes) = value else { return None };
        Self::from_store(bytes)
    }
}

impl<'a> From<&'a AuthInfoDigest> for Value<'a> {
    fn from(digest: &'a AuthInfoDigest) -> Self {
        Self::Bytes(digest.bytes())
    }
}

impl Stored for IpAddr {
    fn read(value: Value<'_>) -> Option<Self> {
        let Value::Text(text) = value else { return None };
        text.parse().ok()
    }
}

impl<T: Stored> Stored for Option<T> {
    fn read(value: Value<'_>) -> Option<Self> {
        if value == Value::Null { Some(None) } else { T::read(value).map(Some) }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
