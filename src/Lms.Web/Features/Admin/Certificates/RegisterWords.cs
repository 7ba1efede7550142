using Lms.Domain.Certification;
using Lms.Web.Features.Admin.Certificates.Signing;

namespace Lms.Web.Features.Admin.Certificates;

/// <summary>Keys of the words for what the register keeps.</summary>
internal static class RegisterWords
{
    public static string Of(CertificateState state) =>
        state switch
        {
            CertificateState.Valid => "admin.certificates.state.valid",
            CertificateState.Expired => "admin.certificates.state.expired",
            CertificateState.Revoked => "admin.certificates.state.revoked",
        };

    public static string Of(RevocationCause cause) =>
        cause switch
        {
            RevocationCause.Replaced => "admin.certificates.cause.replaced",
            RevocationCause.IssuedInError => "admin.certificates.cause.issued-in-error",
            RevocationCause.Misconduct => "admin.certificates.cause.misconduct",
            RevocationCause.HolderAsked => "admin.certificates.cause.holder-asked",
        };

    public static string Of(IssueAct act) =>
        act switch
        {
            IssueAct.Issued => "admin.certificates.act.issued",
            IssueAct.Revoked => "admin.certificates.act.revoked",
        };

    public static string Of(SignatureForm form) =>
        form switch
        {
            SignatureForm.Detached => "admin.certificates.form.detached",
            SignatureForm.Enveloping => "admin.certificates.form.enveloping",
            SignatureForm.SignedPdf => "admin.certificates.form.signed-pdf",
        };

    public static string Of(IssueLogFaultKind kind) =>
        kind switch
        {
            IssueLogFaultKind.Broken => "admin.certificates.log.broken",
            IssueLogFaultKind.NotInRegister => "admin.certificates.log.not-in-register",
            IssueLogFaultKind.NotInLog => "admin.certificates.log.not-in-log",
            IssueLogFaultKind.NotAsAnchored => "admin.certificates.log.not-as-anchored",
        };

    public static string Of(AttachAnswer answer) =>
        answer switch
        {
            AttachAnswer.Attached => "admin.certificates.attach.attached",
            AttachAnswer.Already => "admin.certificates.attach.already",
            AttachAnswer.NoDocument => "admin.certificates.attach.no-document",
            AttachAnswer.NoSignature => "admin.certificates.attach.no-signature",
            AttachAnswer.UnknownDigest => "admin.certificates.attach.unknown-digest",
            AttachAnswer.Altered => "admin.certificates.attach.altered",
            AttachAnswer.TooLarge => "admin.certificates.attach.too-large",
            AttachAnswer.TooMany => "admin.certificates.attach.too-many",
            AttachAnswer.BadArchive => "admin.certificates.attach.bad-archive",
        };
}
