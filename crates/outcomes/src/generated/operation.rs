//! What can be asked. Made by `cargo xtask generate` from catalogue/operations.toml; change that.

/// Something the system does, the same in every protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Operation {
    /// report of abuse
    AbuseReport,
    /// account announcement
    AccountAnnounce,
    /// account billing
    AccountBilling,
    /// account bookings
    AccountBookings,
    /// login name check
    AccountCheckLogin,
    /// credit info
    AccountCredit,
    /// account delivery
    AccountDelivery,
    /// account deposit
    AccountDeposit,
    /// list of what is set aside
    AccountHolds,
    /// account list
    AccountList,
    /// account login
    AccountLogin,
    /// account open
    AccountOpen,
    /// change of the key of one-time passwords
    AccountSetOneTimeKey,
    /// account password change
    AccountSetPassword,
    /// account statement
    AccountStatement,
    /// account terms
    AccountTerms,
    /// account update
    AccountUpdate,
    /// e-mail address confirmation
    AddressConfirm,
    /// e-mail address by the code of a letter
    AddressInfo,
    /// e-mail address letter
    AddressLetter,
    /// sold zones addition
    AssortmentAdd,
    /// sold zones find
    AssortmentFind,
    /// sold zones removal
    AssortmentRemove,
    /// cart add
    CartAdd,
    /// cart check-out
    CartCheckOut,
    /// cart clear
    CartClear,
    /// cart list
    CartList,
    /// cart remove
    CartRemove,
    /// cart update
    CartUpdate,
    /// answer of the certificate authority
    CertificateAnswer,
    /// certificate approval
    CertificateApprove,
    /// certificate cancellation
    CertificateCancel,
    /// certificate configuration
    CertificateConfigure,
    /// confirmation of control
    CertificateConfirmControl,
    /// end of a certificate
    CertificateExpire,
    /// certificate info
    CertificateInfo,
    /// certificate order that was not approved in time
    CertificateLapse,
    /// certificate list
    CertificateList,
    /// list of certificate approvers
    CertificateListApprovers,
    /// list of certificates for sale
    CertificateListProducts,
    /// mailing of a certificate
    CertificateMail,
    /// certificate order
    CertificateOrder,
    /// reading of a certificate request
    CertificateParseCsr,
    /// withdrawal of a certificate submission
    CertificateRecall,
    /// certificate reissue
    CertificateReissue,
    /// certificate renewal
    CertificateRenew,
    /// sending of approval letters again
    CertificateResendApproval,
    /// certificate revocation
    CertificateRevoke,
    /// certificate submission
    CertificateSubmit,
    /// certificate order given up by the server
    CertificateWithdraw,
    /// amendment of a contact
    ContactAmend,
    /// contact check
    ContactCheck,
    /// contact copy
    ContactCopy,
    /// contact create
    ContactCreate,
    /// contact delete
    ContactDelete,
    /// look for a contact by number
    ContactFind,
    /// copy of a contact
    ContactFork,
    /// contact info
    ContactInfo,
    /// contact list
    ContactList,
    /// lock of a contact
    ContactLock,
    /// merger of contacts
    ContactMerge,
    /// removal of a contact without domains
    ContactRemove,
    /// change of a contact's id
    ContactRename,
    /// contact authorization information by e-mail
    ContactSendAuthinfo,
    /// contact transfer approve
    ContactTransferApprove,
    /// contact transfer cancel
    ContactTransferCancel,
    /// contact transfer query
    ContactTransferQuery,
    /// contact transfer reject
    ContactTransferReject,
    /// contact transfer request
    ContactTransferRequest,
    /// contact update
    ContactUpdate,
    /// list of a contact's domains
    ContactUses,
    /// contact validation
    ContactValidate,
    /// dispute of a contact's data
    DataQualityCommence,
    /// look at a dispute of data
    DataQualityInfo,
    /// suspension for wrong data
    DataQualitySuspend,
    /// validation of a contact's data
    DataQualityValidate,
    /// end of a DNS zone transfer
    DnsAxfr,
    /// DNS row add
    DnsRowAdd,
    /// DNS row delete
    DnsRowDelete,
    /// DNS row detail
    DnsRowFind,
    /// DNS row list
    DnsRowList,
    /// DNS row update
    DnsRowUpdate,
    /// DNS zone add
    DnsZoneAdd,
    /// DNS zone commit by the server
    DnsZoneAutoCommit,
    /// DNS zone transfer
    DnsZoneAxfrRun,
    /// DNS zone check
    DnsZoneCheck,
    /// DNS zone commit
    DnsZoneCommit,
    /// DNS zone copy
    DnsZoneCopy,
    /// DNS zone delete
    DnsZoneDelete,
    /// DNS zone edit
    DnsZoneEdit,
    /// DNS zone expiry
    DnsZoneExpire,
    /// search for the DNS zone of a name
    DnsZoneFind,
    /// DNS zone info
    DnsZoneInfo,
    /// DNS zone list
    DnsZoneList,
    /// DNS zone lock
    DnsZoneLock,
    /// DNS zone point
    DnsZonePoint,
    /// DNS zone purge
    DnsZonePurge,
    /// DNS zone signing
    DnsZoneSetSigning,
    /// DNS zone switch
    DnsZoneSwitch,
    /// DNS zone update
    DnsZoneUpdate,
    /// domain renewal by the server
    DomainAutoRenew,
    /// domain availability
    DomainAvailable,
    /// domain check
    DomainCheck,
    /// domain create
    DomainCreate,
    /// registration taken back
    DomainCreateCancel,
    /// domain name servers
    DomainDelegate,
    /// domain delete
    DomainDelete,
    /// domain with all that belongs to it
    DomainDossier,
    /// domain drop
    DomainDrop,
    /// domain find
    DomainFind,
    /// domain info
    DomainInfo,
    /// domain lapse
    DomainLapse,
    /// domain list
    DomainList,
    /// list of domains by month
    DomainListMonth,
    /// lock of a domain
    DomainLock,
    /// ordered renewal
    DomainOrderRenew,
    /// passing on to another registrant
    DomainPassOn,
    /// domain period check
    DomainPeriodCheck,
    /// domain list in windows
    DomainPortfolio,
    /// domain price
    DomainPrice,
    /// domain push
    DomainPush,
    /// release of a domain
    DomainRelease,
    /// domain renew
    DomainRenew,
    /// domain renewal mode
    DomainRenewalMode,
    /// list of renewals that were paid
    DomainRenewals,
    /// domain restore report overdue
    DomainReportOverdue,
    /// domain restore
    DomainRestore,
    /// domain restore report
    DomainRestoreReport,
    /// question whose right a name is
    DomainRight,
    /// domain DNSSEC
    DomainSecure,
    /// domain authorization information by e-mail
    DomainSendAuthinfo,
    /// domain set term
    DomainSetTerm,
    /// domain labels
    DomainTags,
    /// domain timeline
    DomainTimeline,
    /// domain trade approve
    DomainTradeApprove,
    /// domain trade cancel
    DomainTradeCancel,
    /// domain trade check
    DomainTradeCheck,
    /// list of changes of registrants
    DomainTradeList,
    /// domain trade query
    DomainTradeQuery,
    /// domain trade request
    DomainTradeRequest,
    /// domain transfer approve
    DomainTransferApprove,
    /// domain transfer cancel
    DomainTransferCancel,
    /// domain transfer check
    DomainTransferCheck,
    /// letter about a transfer
    DomainTransferLetter,
    /// pending domain transfer list
    DomainTransferList,
    /// domain transfer log
    DomainTransferLog,
    /// domain transfer mode
    DomainTransferMode,
    /// domain transfer query
    DomainTransferQuery,
    /// domain transfer reject
    DomainTransferReject,
    /// domain transfer request
    DomainTransferRequest,
    /// taking back a renewal
    DomainUnrenew,
    /// domain update
    DomainUpdate,
    /// due run
    DueRun,
    /// folder assignment
    FolderAssign,
    /// folder create
    FolderCreate,
    /// folder delete
    FolderDelete,
    /// folder info
    FolderInfo,
    /// folder list
    FolderList,
    /// folder update
    FolderUpdate,
    /// acceptance of a release
    HandshakeAccept,
    /// end of a handshake without answer
    HandshakeLapse,
    /// rejection of a release
    HandshakeReject,
    /// host check
    HostCheck,
    /// host create
    HostCreate,
    /// host delete
    HostDelete,
    /// look for a host by number
    HostFind,
    /// host info
    HostInfo,
    /// host list
    HostList,
    /// host update
    HostUpdate,
    /// list of what is owed
    LedgerOwed,
    /// repayment
    LedgerRepay,
    /// e-mail address addition
    MailAddressAdd,
    /// e-mail address deletion
    MailAddressDelete,
    /// e-mail address info
    MailAddressInfo,
    /// e-mail address list
    MailAddressList,
    /// e-mail address change
    MailAddressUpdate,
    /// mail forwarding addition
    MailForwardingAdd,
    /// mail forwarding deletion
    MailForwardingDelete,
    /// mail forwarding list
    MailForwardingList,
    /// mailbox addition
    MailboxAdd,
    /// mailbox deletion
    MailboxDelete,
    /// mailbox info
    MailboxInfo,
    /// mailbox list
    MailboxList,
    /// mailbox change
    MailboxUpdate,
    /// mailspace addition
    MailspaceAdd,
    /// mailspace renewal by the server
    MailspaceAutoRenew,
    /// mailspace deletion
    MailspaceDelete,
    /// end of a mailspace
    MailspaceEnd,
    /// mailspace info
    MailspaceInfo,
    /// mailspace list
    MailspaceList,
    /// mailspace renewal
    MailspaceRenew,
    /// mailspace change
    MailspaceUpdate,
    /// entry find
    MemoFind,
    /// entry set
    MemoSet,
    /// notice delivery
    NoticeDelivery,
    /// notice info
    NoticeInfo,
    /// notice list
    NoticeList,
    /// set of name servers check
    NssetCheck,
    /// set of name servers create
    NssetCreate,
    /// set of name servers delete
    NssetDelete,
    /// set of name servers info
    NssetInfo,
    /// set of name servers authorization information by e-mail
    NssetSendAuthinfo,
    /// set of name servers transfer
    NssetTransfer,
    /// set of name servers update
    NssetUpdate,
    /// object change
    ObjectChange,
    /// list of deleted objects
    ObjectDeletions,
    /// object list
    ObjectList,
    /// object log
    ObjectLog,
    /// change of an order that is not submitted yet
    OrderAmend,
    /// order info
    OrderInfo,
    /// order that is not submitted yet
    OrderKeep,
    /// order list
    OrderList,
    /// order note
    OrderNote,
    /// order list of certificates
    OrderOfCertificates,
    /// withdrawal of an order that is not submitted yet
    OrderWithdraw,
    /// poll acknowledge
    PollAcknowledge,
    /// poll request
    PollRequest,
    /// preferences find
    PreferencesFind,
    /// preferences set
    PreferencesSet,
    /// privacy renewal by the server
    PrivacyAutoRenew,
    /// privacy purchase
    PrivacyBuy,
    /// end of privacy
    PrivacyEnd,
    /// privacy info
    PrivacyInfo,
    /// privacy list
    PrivacyList,
    /// price of privacy
    PrivacyPrice,
    /// privacy renewal
    PrivacyRenew,
    /// renewal mode of privacy
    PrivacySetRenewal,
    /// privacy switched on or off
    PrivacySwitch,
    /// answer to a service invitation
    ProtectionAnswerInvitation,
    /// service renewal by the server
    ProtectionAutoRenew,
    /// service create
    ProtectionCreate,
    /// service delete
    ProtectionDelete,
    /// end of a service
    ProtectionEnd,
    /// service info
    ProtectionInfo,
    /// service invitation
    ProtectionInvite,
    /// service list
    ProtectionList,
    /// service template list
    ProtectionListTemplates,
    /// service template mark
    ProtectionMarkTemplate,
    /// service cache purge
    ProtectionPurgeCache,
    /// service renew
    ProtectionRenew,
    /// service template replication
    ProtectionReplicateTemplate,
    /// service retry
    ProtectionRetry,
    /// service policy change
    ProtectionSetPolicy,
    /// service set-up
    ProtectionSetUp,
    /// service subscription change
    ProtectionUpdateSubscription,
    /// decision about a referred registration
    ReferralDecide,
    /// reseller create
    ResellerCreate,
    /// reseller delete
    ResellerDelete,
    /// reseller info
    ResellerInfo,
    /// reseller list
    ResellerList,
    /// reseller update
    ResellerUpdate,
    /// role list
    RoleList,
    /// role remove
    RoleRemove,
    /// role set
    RoleSet,
    /// hello
    SessionHello,
    /// login
    SessionLogin,
    /// logout
    SessionLogout,
    /// ping
    SessionPing,
    /// asynchronous ping
    SessionPingLater,
    /// acting for a sub-account
    SubaccountActFor,
    /// sub-account assignment
    SubaccountAssign,
    /// sub-account close
    SubaccountClose,
    /// sub-account info
    SubaccountInfo,
    /// sub-account list
    SubaccountList,
    /// credit move
    SubaccountMoveCredit,
    /// sub-account open
    SubaccountOpen,
    /// sub-account password letter
    SubaccountPassword,
    /// sub-account question
    SubaccountQuestion,
    /// sub-account update
    SubaccountUpdate,
    /// list of tags
    TagList,
    /// change of a tag
    TagSet,
    /// change of a command that is put off
    TaskAmend,
    /// end of a command that was put off
    TaskConclude,
    /// look at a command that was put off
    TaskInfo,
    /// list of commands that were put off
    TaskList,
    /// command that is put off
    TaskPlace,
    /// look at what waits for an object
    TaskWaiting,
    /// withdrawal of a command that is put off
    TaskWithdraw,
    /// token create
    TokenCreate,
    /// token list
    TokenList,
    /// token rename
    TokenRename,
    /// token revocation
    TokenRevoke,
    /// trade decision by the server
    TradeTimeOut,
    /// transfer decision by the server
    TransferTimeOut,
    /// look at standing orders
    UpkeepFind,
    /// change of standing orders
    UpkeepSet,
    /// web forwarding addition
    WebForwardingAdd,
    /// web forwarding deletion
    WebForwardingDelete,
    /// web forwarding list
    WebForwardingList,
    /// zone info
    ZoneInfo,
    /// zone list
    ZoneList,
    /// list of names with prices of their own
    ZonePremiums,
}

/// Each with its name and its title, in the order of the enum, which is that of the names.
pub(crate) static RECORDS: [(Operation, &str, &str); 292] = [
    (Operation::AbuseReport, "abuse_report", "report of abuse"),
    (Operation::AccountAnnounce, "account_announce", "account announcement"),
    (Operation::AccountBilling, "account_billing", "account billing"),
    (Operation::AccountBookings, "account_bookings", "account bookings"),
    (Operation::AccountCheckLogin, "account_check_login", "login name check"),
    (Operation::AccountCredit, "account_credit", "credit info"),
    (Operation::AccountDelivery, "account_delivery", "account delivery"),
    (Operation::AccountDeposit, "account_deposit", "account deposit"),
    (Operation::AccountHolds, "account_holds", "list of what is set aside"),
    (Operation::AccountList, "account_list", "account list"),
    (Operation::AccountLogin, "account_login", "account login"),
    (Operation::AccountOpen, "account_open", "account open"),
    (Operation::AccountSetOneTimeKey, "account_set_one_time_key", "change of the key of one-time passwords"),
    (Operation::AccountSetPassword, "account_set_password", "account password change"),
    (Operation::AccountStatement, "account_statement", "account statement"),
    (Operation::AccountTerms, "account_terms", "account terms"),
    (Operation::AccountUpdate, "account_update", "account update"),
    (Operation::AddressConfirm, "address_confirm", "e-mail address confirmation"),
    (Operation::AddressInfo, "address_info", "e-mail address by the code of a letter"),
    (Operation::AddressLetter, "address_letter", "e-mail address letter"),
    (Operation::AssortmentAdd, "assortment_add", "sold zones addition"),
    (Operation::AssortmentFind, "assortment_find", "sold zones find"),
    (Operation::AssortmentRemove, "assortment_remove", "sold zones removal"),
    (Operation::CartAdd, "cart_add", "cart add"),
    (Operation::CartCheckOut, "cart_check_out", "cart check-out"),
    (Operation::CartClear, "cart_clear", "cart clear"),
    (Operation::CartList, "cart_list", "cart list"),
    (Operation::CartRemove, "cart_remove", "cart remove"),
    (Operation::CartUpdate, "cart_update", "cart update"),
    (Operation::CertificateAnswer, "certificate_answer", "answer of the certificate authority"),
    (Operation::CertificateApprove, "certificate_approve", "certificate approval"),
    (Operation::CertificateCancel, "certificate_cancel", "certificate cancellation"),
    (Operation::CertificateConfigure, "certificate_configure", "certificate configuration"),
    (Operation::CertificateConfirmControl, "certificate_confirm_control", "confirmation of control"),
    (Operation::CertificateExpire, "certificate_expire", "end of a certificate"),
    (Operation::CertificateInfo, "certificate_info", "certificate info"),
    (Operation::CertificateLapse, "certificate_lapse", "certificate order that was not approved in time"),
    (Operation::CertificateList, "certificate_list", "certificate list"),
    (Operation::CertificateListApprovers, "certificate_list_approvers", "list of certificate approvers"),
    (Operation::CertificateListProducts, "certificate_list_products", "list of certificates for sale"),
    (Operation::CertificateMail, "certificate_mail", "mailing of a certificate"),
    (Operation::CertificateOrder, "certificate_order", "certificate order"),
    (Operation::CertificateParseCsr, "certificate_parse_csr", "reading of a certificate request"),
    (Operation::CertificateRecall, "certificate_recall", "withdrawal of a certificate submission"),
    (Operation::CertificateReissue, "certificate_reissue", "certificate reissue"),
    (Operation::CertificateRenew, "certificate_renew", "certificate renewal"),
    (
        Operation::CertificateResendApproval,
        "certificate_resend_approval",
        "sending of approval letters again",
    ),
    (Operation::CertificateRevoke, "certificate_revoke", "certificate revocation"),
    (Operation::CertificateSubmit, "certificate_submit", "certificate submission"),
    (Operation::CertificateWithdraw, "certificate_withdraw", "certificate order given up by the server"),
    (Operation::ContactAmend, "contact_amend", "amendment of a contact"),
    (Operation::ContactCheck, "contact_check", "contact check"),
    (Operation::ContactCopy, "contact_copy", "contact copy"),
    (Operation::ContactCreate, "contact_create", "contact create"),
    (Operation::ContactDelete, "contact_delete", "contact delete"),
    (Operation::ContactFind, "contact_find", "look for a contact by number"),
    (Operation::ContactFork, "contact_fork", "copy of a contact"),
    (Operation::ContactInfo, "contact_info", "contact info"),
    (Operation::ContactList, "contact_list", "contact list"),
    (Operation::ContactLock, "contact_lock", "lock of a contact"),
    (Operation::ContactMerge, "contact_merge", "merger of contacts"),
    (Operation::ContactRemove, "contact_remove", "removal of a contact without domains"),
    (Operation::ContactRename, "contact_rename", "change of a contact's id"),
    (Operation::ContactSendAuthinfo, "contact_send_authinfo", "contact authorization information by e-mail"),
    (Operation::ContactTransferApprove, "contact_transfer_approve", "contact transfer approve"),
    (Operation::ContactTransferCancel, "contact_transfer_cancel", "contact transfer cancel"),
    (Operation::ContactTransferQuery, "contact_transfer_query", "contact transfer query"),
    (Operation::ContactTransferReject, "contact_transfer_reject", "contact transfer reject"),
    (Operation::ContactTransferRequest, "contact_transfer_request", "contact transfer request"),
    (Operation::ContactUpdate, "contact_update", "contact update"),
    (Operation::ContactUses, "contact_uses", "list of a contact's domains"),
    (Operation::ContactValidate, "contact_validate", "contact validation"),
    (Operation::DataQualityCommence, "data_quality_commence", "dispute of a contact's data"),
    (Operation::DataQualityInfo, "data_quality_info", "look at a dispute of data"),
    (Operation::DataQualitySuspend, "data_quality_suspend", "suspension for wrong data"),
    (Operation::DataQualityValidate, "data_quality_validate", "validation of a contact's data"),
    (Operation::DnsAxfr, "dns_axfr", "end of a DNS zone transfer"),
    (Operation::DnsRowAdd, "dns_row_add", "DNS row add"),
    (Operation::DnsRowDelete, "dns_row_delete", "DNS row delete"),
    (Operation::DnsRowFind, "dns_row_find", "DNS row detail"),
    (Operation::DnsRowList, "dns_row_list", "DNS row list"),
    (Operation::DnsRowUpdate, "dns_row_update", "DNS row update"),
    (Operation::DnsZoneAdd, "dns_zone_add", "DNS zone add"),
    (Operation::DnsZoneAutoCommit, "dns_zone_auto_commit", "DNS zone commit by the server"),
    (Operation::DnsZoneAxfrRun, "dns_zone_axfr_run", "DNS zone transfer"),
    (Operation::DnsZoneCheck, "dns_zone_check", "DNS zone check"),
    (Operation::DnsZoneCommit, "dns_zone_commit", "DNS zone commit"),
    (Operation::DnsZoneCopy, "dns_zone_copy", "DNS zone copy"),
    (Operation::DnsZoneDelete, "dns_zone_delete", "DNS zone delete"),
    (Operation::DnsZoneEdit, "dns_zone_edit", "DNS zone edit"),
    (Operation::DnsZoneExpire, "dns_zone_expire", "DNS zone expiry"),
    (Operation::DnsZoneFind, "dns_zone_find", "search for the DNS zone of a name"),
    (Operation::DnsZoneInfo, "dns_zone_info", "DNS zone info"),
    (Operation::DnsZoneList, "dns_zone_list", "DNS zone list"),
    (Operation::DnsZoneLock, "dns_zone_lock", "DNS zone lock"),
    (Operation::DnsZonePoint, "dns_zone_point", "DNS zone point"),
    (Operation::DnsZonePurge, "dns_zone_purge", "DNS zone purge"),
    (Operation::DnsZoneSetSigning, "dns_zone_set_signing", "DNS zone signing"),
    (Operation::DnsZoneSwitch, "dns_zone_switch", "DNS zone switch"),
    (Operation::DnsZoneUpdate, "dns_zone_update", "DNS zone update"),
    (Operation::DomainAutoRenew, "domain_auto_renew", "domain renewal by the server"),
    (Operation::DomainAvailable, "domain_available", "domain availability"),
    (Operation::DomainCheck, "domain_check", "domain check"),
    (Operation::DomainCreate, "domain_create", "domain create"),
    (Operation::DomainCreateCancel, "domain_create_cancel", "registration taken back"),
    (Operation::DomainDelegate, "domain_delegate", "domain name servers"),
    (Operation::DomainDelete, "domain_delete", "domain delete"),
    (Operation::DomainDossier, "domain_dossier", "domain with all that belongs to it"),
    (Operation::DomainDrop, "domain_drop", "domain drop"),
    (Operation::DomainFind, "domain_find", "domain find"),
    (Operation::DomainInfo, "domain_info", "domain info"),
    (Operation::DomainLapse, "domain_lapse", "domain lapse"),
    (Operation::DomainList, "domain_list", "domain list"),
    (Operation::DomainListMonth, "domain_list_month", "list of domains by month"),
    (Operation::DomainLock, "domain_lock", "lock of a domain"),
    (Operation::DomainOrderRenew, "domain_order_renew", "ordered renewal"),
    (Operation::DomainPassOn, "domain_pass_on", "passing on to another registrant"),
    (Operation::DomainPeriodCheck, "domain_period_check", "domain period check"),
    (Operation::DomainPortfolio, "domain_portfolio", "domain list in windows"),
    (Operation::DomainPrice, "domain_price", "domain price"),
    (Operation::DomainPush, "domain_push", "domain push"),
    (Operation::DomainRelease, "domain_release", "release of a domain"),
    (Operation::DomainRenew, "domain_renew", "domain renew"),
    (Operation::DomainRenewalMode, "domain_renewal_mode", "domain renewal mode"),
    (Operation::DomainRenewals, "domain_renewals", "list of renewals that were paid"),
    (Operation::DomainReportOverdue, "domain_report_overdue", "domain restore report overdue"),
    (Operation::DomainRestore, "domain_restore", "domain restore"),
    (Operation::DomainRestoreReport, "domain_restore_report", "domain restore report"),
    (Operation::DomainRight, "domain_right", "question whose right a name is"),
    (Operation::DomainSecure, "domain_secure", "domain DNSSEC"),
    (Operation::DomainSendAuthinfo, "domain_send_authinfo", "domain authorization information by e-mail"),
    (Operation::DomainSetTerm, "domain_set_term", "domain set term"),
    (Operation::DomainTags, "domain_tags", "domain labels"),
    (Operation::DomainTimeline, "domain_timeline", "domain timeline"),
    (Operation::DomainTradeApprove, "domain_trade_approve", "domain trade approve"),
    (Operation::DomainTradeCancel, "domain_trade_cancel", "domain trade cancel"),
    (Operation::DomainTradeCheck, "domain_trade_check", "domain trade check"),
    (Operation::DomainTradeList, "domain_trade_list", "list of changes of registrants"),
    (Operation::DomainTradeQuery, "domain_trade_query", "domain trade query"),
    (Operation::DomainTradeRequest, "domain_trade_request", "domain trade request"),
    (Operation::DomainTransferApprove, "domain_transfer_approve", "domain transfer approve"),
    (Operation::DomainTransferCancel, "domain_transfer_cancel", "domain transfer cancel"),
    (Operation::DomainTransferCheck, "domain_transfer_check", "domain transfer check"),
    (Operation::DomainTransferLetter, "domain_transfer_letter", "letter about a transfer"),
    (Operation::DomainTransferList, "domain_transfer_list", "pending domain transfer list"),
    (Operation::DomainTransferLog, "domain_transfer_log", "domain transfer log"),
    (Operation::DomainTransferMode, "domain_transfer_mode", "domain transfer mode"),
    (Operation::DomainTransferQuery, "domain_transfer_query", "domain transfer query"),
    (Operation::DomainTransferReject, "domain_transfer_reject", "domain transfer reject"),
    (Operation::DomainTransferRequest, "domain_transfer_request", "domain transfer request"),
    (Operation::DomainUnrenew, "domain_unrenew", "taking back a renewal"),
    (Operation::DomainUpdate, "domain_update", "domain update"),
    (Operation::DueRun, "due_run", "due run"),
    (Operation::FolderAssign, "folder_assign", "folder assignment"),
    (Operation::FolderCreate, "folder_create", "folder create"),
    (Operation::FolderDelete, "folder_delete", "folder delete"),
    (Operation::FolderInfo, "folder_info", "folder info"),
    (Operation::FolderList, "folder_list", "folder list"),
    (Operation::FolderUpdate, "folder_update", "folder update"),
    (Operation::HandshakeAccept, "handshake_accept", "acceptance of a release"),
    (Operation::HandshakeLapse, "handshake_lapse", "end of a handshake without answer"),
    (Operation::HandshakeReject, "handshake_reject", "rejection of a release"),
    (Operation::HostCheck, "host_check", "host check"),
    (Operation::HostCreate, "host_create", "host create"),
    (Operation::HostDelete, "host_delete", "host delete"),
    (Operation::HostFind, "host_find", "look for a host by number"),
    (Operation::HostInfo, "host_info", "host info"),
    (Operation::HostList, "host_list", "host list"),
    (Operation::HostUpdate, "host_update", "host update"),
    (Operation::LedgerOwed, "ledger_owed", "list of what is owed"),
    (Operation::LedgerRepay, "ledger_repay", "repayment"),
    (Operation::MailAddressAdd, "mail_address_add", "e-mail address addition"),
    (Operation::MailAddressDelete, "mail_address_delete", "e-mail address deletion"),
    (Operation::MailAddressInfo, "mail_address_info", "e-mail address info"),
    (Operation::MailAddressList, "mail_address_list", "e-mail address list"),
    (Operation::MailAddressUpdate, "mail_address_update", "e-mail address change"),
    (Operation::MailForwardingAdd, "mail_forwarding_add", "mail forwarding addition"),
    (Operation::MailForwardingDelete, "mail_forwarding_delete", "mail forwarding deletion"),
    (Operation::MailForwardingList, "mail_forwarding_list", "mail forwarding list"),
    (Operation::MailboxAdd, "mailbox_add", "mailbox addition"),
    (Operation::MailboxDelete, "mailbox_delete", "mailbox deletion"),
    (Operation::MailboxInfo, "mailbox_info", "mailbox info"),
    (Operation::MailboxList, "mailbox_list", "mailbox list"),
    (Operation::MailboxUpdate, "mailbox_update", "mailbox change"),
    (Operation::MailspaceAdd, "mailspace_add", "mailspace addition"),
    (Operation::MailspaceAutoRenew, "mailspace_auto_renew", "mailspace renewal by the server"),
    (Operation::MailspaceDelete, "mailspace_delete", "mailspace deletion"),
    (Operation::MailspaceEnd, "mailspace_end", "end of a mailspace"),
    (Operation::MailspaceInfo, "mailspace_info", "mailspace info"),
    (Operation::MailspaceList, "mailspace_list", "mailspace list"),
    (Operation::MailspaceRenew, "mailspace_renew", "mailspace renewal"),
    (Operation::MailspaceUpdate, "mailspace_update", "mailspace change"),
    (Operation::MemoFind, "memo_find", "entry find"),
    (Operation::MemoSet, "memo_set", "entry set"),
    (Operation::NoticeDelivery, "notice_delivery", "notice delivery"),
    (Operation::NoticeInfo, "notice_info", "notice info"),
    (Operation::NoticeList, "notice_list", "notice list"),
    (Operation::NssetCheck, "nsset_check", "set of name servers check"),
    (Operation::NssetCreate, "nsset_create", "set of name servers create"),
    (Operation::NssetDelete, "nsset_delete", "set of name servers delete"),
    (Operation::NssetInfo, "nsset_info", "set of name servers info"),
    (
        Operation::NssetSendAuthinfo,
        "nsset_send_authinfo",
        "set of name servers authorization information by e-mail",
    ),
    (Operation::NssetTransfer, "nsset_transfer", "set of name servers transfer"),
    (Operation::NssetUpdate, "nsset_update", "set of name servers update"),
    (Operation::ObjectChange, "object_change", "object change"),
    (Operation::ObjectDeletions, "object_deletions", "list of deleted objects"),
    (Operation::ObjectList, "object_list", "object list"),
    (Operation::ObjectLog, "object_log", "object log"),
    (Operation::OrderAmend, "order_amend", "change of an order that is not submitted yet"),
    (Operation::OrderInfo, "order_info", "order info"),
    (Operation::OrderKeep, "order_keep", "order that is not submitted yet"),
    (Operation::OrderList, "order_list", "order list"),
    (Operation::OrderNote, "order_note", "order note"),
    (Operation::OrderOfCertificates, "order_of_certificates", "order list of certificates"),
    (Operation::OrderWithdraw, "order_withdraw", "withdrawal of an order that is not submitted yet"),
    (Operation::PollAcknowledge, "poll_acknowledge", "poll acknowledge"),
    (Operation::PollRequest, "poll_request", "poll request"),
    (Operation::PreferencesFind, "preferences_find", "preferences find"),
    (Operation::PreferencesSet, "preferences_set", "preferences set"),
    (Operation::PrivacyAutoRenew, "privacy_auto_renew", "privacy renewal by the server"),
    (Operation::PrivacyBuy, "privacy_buy", "privacy purchase"),
    (Operation::PrivacyEnd, "privacy_end", "end of privacy"),
    (Operation::PrivacyInfo, "privacy_info", "privacy info"),
    (Operation::PrivacyList, "privacy_list", "privacy list"),
    (Operation::PrivacyPrice, "privacy_price", "price of privacy"),
    (Operation::PrivacyRenew, "privacy_renew", "privacy renewal"),
    (Operation::PrivacySetRenewal, "privacy_set_renewal", "renewal mode of privacy"),
    (Operation::PrivacySwitch, "privacy_switch", "privacy switched on or off"),
    (Operation::ProtectionAnswerInvitation, "protection_answer_invitation", "answer to a service invitation"),
    (Operation::ProtectionAutoRenew, "protection_auto_renew", "service renewal by the server"),
    (Operation::ProtectionCreate, "protection_create", "service create"),
    (Operation::ProtectionDelete, "protection_delete", "service delete"),
    (Operation::ProtectionEnd, "protection_end", "end of a service"),
    (Operation::ProtectionInfo, "protection_info", "service info"),
    (Operation::ProtectionInvite, "protection_invite", "service invitation"),
    (Operation::ProtectionList, "protection_list", "service list"),
    (Operation::ProtectionListTemplates, "protection_list_templates", "service template list"),
    (Operation::ProtectionMarkTemplate, "protection_mark_template", "service template mark"),
    (Operation::ProtectionPurgeCache, "protection_purge_cache", "service cache purge"),
    (Operation::ProtectionRenew, "protection_renew", "service renew"),
    (Operation::ProtectionReplicateTemplate, "protection_replicate_template", "service template replication"),
    (Operation::ProtectionRetry, "protection_retry", "service retry"),
    (Operation::ProtectionSetPolicy, "protection_set_policy", "service policy change"),
    (Operation::ProtectionSetUp, "protection_set_up", "service set-up"),
    (
        Operation::ProtectionUpdateSubscription,
        "protection_update_subscription",
        "service subscription change",
    ),
    (Operation::ReferralDecide, "referral_decide", "decision about a referred registration"),
    (Operation::ResellerCreate, "reseller_create", "reseller create"),
    (Operation::ResellerDelete, "reseller_delete", "reseller delete"),
    (Operation::ResellerInfo, "reseller_info", "reseller info"),
    (Operation::ResellerList, "reseller_list", "reseller list"),
    (Operation::ResellerUpdate, "reseller_update", "reseller update"),
    (Operation::RoleList, "role_list", "role list"),
    (Operation::RoleRemove, "role_remove", "role remove"),
    (Operation::RoleSet, "role_set", "role set"),
    (Operation::SessionHello, "session_hello", "hello"),
    (Operation::SessionLogin, "session_login", "login"),
    (Operation::SessionLogout, "session_logout", "logout"),
    (Operation::SessionPing, "session_ping", "ping"),
    (Operation::SessionPingLater, "session_ping_later", "asynchronous ping"),
    (Operation::SubaccountActFor, "subaccount_act_for", "acting for a sub-account"),
    (Operation::SubaccountAssign, "subaccount_assign", "sub-account assignment"),
    (Operation::SubaccountClose, "subaccount_close", "sub-account close"),
    (Operation::SubaccountInfo, "subaccount_info", "sub-account info"),
    (Operation::SubaccountList, "subaccount_list", "sub-account list"),
    (Operation::SubaccountMoveCredit, "subaccount_move_credit", "credit move"),
    (Operation::SubaccountOpen, "subaccount_open", "sub-account open"),
    (Operation::SubaccountPassword, "subaccount_password", "sub-account password letter"),
    (Operation::SubaccountQuestion, "subaccount_question", "sub-account question"),
    (Operation::SubaccountUpdate, "subaccount_update", "sub-account update"),
    (Operation::TagList, "tag_list", "list of tags"),
    (Operation::TagSet, "tag_set", "change of a tag"),
    (Operation::TaskAmend, "task_amend", "change of a command that is put off"),
    (Operation::TaskConclude, "task_conclude", "end of a command that was put off"),
    (Operation::TaskInfo, "task_info", "look at a command that was put off"),
    (Operation::TaskList, "task_list", "list of commands that were put off"),
    (Operation::TaskPlace, "task_place", "command that is put off"),
    (Operation::TaskWaiting, "task_waiting", "look at what waits for an object"),
    (Operation::TaskWithdraw, "task_withdraw", "withdrawal of a command that is put off"),
    (Operation::TokenCreate, "token_create", "token create"),
    (Operation::TokenList, "token_list", "token list"),
    (Operation::TokenRename, "token_rename", "token rename"),
    (Operation::TokenRevoke, "token_revoke", "token revocation"),
    (Operation::TradeTimeOut, "trade_time_out", "trade decision by the server"),
    (Operation::TransferTimeOut, "transfer_time_out", "transfer decision by the server"),
    (Operation::UpkeepFind, "upkeep_find", "look at standing orders"),
    (Operation::UpkeepSet, "upkeep_set", "change of standing orders"),
    (Operation::WebForwardingAdd, "web_forwarding_add", "web forwarding addition"),
    (Operation::WebForwardingDelete, "web_forwarding_delete", "web forwarding deletion"),
    (Operation::WebForwardingList, "web_forwarding_list", "web forwarding list"),
    (Operation::ZoneInfo, "zone_info", "zone info"),
    (Operation::ZoneList, "zone_list", "zone list"),
    (Operation::ZonePremiums, "zone_premiums", "list of names with prices of their own"),
];

/// What the server does by itself.
pub(crate) const BY_SERVER: &[Operation] = &[
    Operation::CertificateExpire,
    Operation::CertificateLapse,
    Operation::CertificateWithdraw,
    Operation::ContactRemove,
    Operation::DataQualitySuspend,
    Operation::DnsZoneAutoCommit,
    Operation::DnsZoneExpire,
    Operation::DnsZonePurge,
    Operation::DomainAutoRenew,
    Operation::DomainDrop,
    Operation::DomainLapse,
    Operation::DomainOrderRenew,
    Operation::DomainReportOverdue,
    Operation::HandshakeLapse,
    Operation::MailspaceAutoRenew,
    Operation::MailspaceEnd,
    Operation::PrivacyAutoRenew,
    Operation::PrivacyEnd,
    Operation::ProtectionAutoRenew,
    Operation::ProtectionEnd,
    Operation::ProtectionSetUp,
    Operation::ReferralDecide,
    Operation::TaskConclude,
    Operation::TradeTimeOut,
    Operation::TransferTimeOut,
];
