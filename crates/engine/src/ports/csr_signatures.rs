/// Checks the signatures of requests for certificates (PKCS#10). Always answers the same to the same request.
pub trait CsrSignatures: Send + Sync {
    /// Whether a request (DER) is signed with the key that is in it. That key's length was checked before, so this takes
    /// a bounded time.
    fn check(&self, der: &[u8]) -> CsrSignature;
}

/// How a request is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CsrSignature {
    /// With its own key.
    Right,
    /// Not with its own key, or it was changed since.
    Wrong,
    /// In a way that is not known here.
    Unknown,
}
