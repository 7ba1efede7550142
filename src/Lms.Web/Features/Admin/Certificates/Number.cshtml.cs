using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Admin.Certificates;

/// <summary>What is about to be done, shown before it is confirmed.</summary>
/// <param name="Cause">Null for a reissue.</param>
public sealed record Intended(RevocationCause? Cause, string Reason);

/// <summary>One certificate: facts and history; revoked or reissued after a look at what comes of it.</summary>
[FreshSignIn]
[Authorize(Policy = nameof(AccessRole.Admin))]
public sealed class NumberModel(
    CertificateReads reads,
    RevokeCertificate revoke,
    ReissueCertificate reissue,
    PublishedCourses courses,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    public RegisterFile Found { get; private set; } = null!;

    public PublishedCourse Course { get; private set; } = null!;

    public CertificateState State => Found.Certificate.StateOn(pack.DayOf(time.Now()));

    public bool MayReissue => Found.Successor is null && Found.HolderToday is not null;

    /// <summary>Null until something is to be confirmed.</summary>
    public Intended? Intended { get; private set; }

    /// <summary>Key of the text that says what is wrong; null while nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>The reason as it was typed, with the cause of a revocation.</summary>
    public Intended Typed { get; private set; } = new(null, "");

    [TempData]
    public string? Told { get; set; }

    public string Address =>
        $"/admin/certificates/{Uri.EscapeDataString(Found.Certificate.Number)}";

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, pack.TimeZone);

    public async Task<IActionResult> OnGetAsync(string number) =>
        await FindAsync(number) ? Page() : NotFound();

    public Task<IActionResult> OnPostRevokeAsync(
        string number,
        RevocationCause cause,
        string? reason,
        bool confirmed
    ) => DoAsync(number, cause, reason ?? "", confirmed);

    public Task<IActionResult> OnPostReissueAsync(string number, string? reason, bool confirmed) =>
        DoAsync(number, null, reason ?? "", confirmed);

    private async Task<IActionResult> DoAsync(
        string number,
        RevocationCause? cause,
        string reason,
        bool confirmed
    )
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        Typed = new(cause, reason);
        var isCause = cause is not { } given || RevokeCertificate.Given.Contains(given);
        if (!isCause || reason.Trim().Length is 0 or > RevokeCertificate.LongestReason)
        {
            return Refuse("admin.certificates.bad-reason");
        }

        if (!confirmed)
        {
            Intended = new(cause, reason.Trim());
            return Page();
        }

        return cause is { } known
            ? await RevokeAsync(number, known, reason)
            : await ReissueAsync(number, reason);
    }

    private async Task<IActionResult> RevokeAsync(
        string number,
        RevocationCause cause,
        string reason
    )
    {
        var texts = HttpContext.Texts();
        switch (await revoke.RunAsync(number, cause, reason))
        {
            case RevokeAnswer.Unknown:
                return NotFound();
            case RevokeAnswer.BadReason:
                return Refuse("admin.certificates.bad-reason");
            case RevokeAnswer.Already:
                Told = texts["admin.certificates.revoked-before"];
                break;
            case RevokeAnswer.Done:
                Told = texts["admin.certificates.revoked"];
                break;
        }

        return LocalRedirect(Address);
    }

    private async Task<IActionResult> ReissueAsync(string number, string reason)
    {
        var answer = await reissue.RunAsync(number, reason);
        switch (answer.Answer)
        {
            case ReissueAnswer.Unknown:
                return NotFound();
            case ReissueAnswer.BadReason:
                return Refuse("admin.certificates.bad-reason");
            case ReissueAnswer.Erased:
                return Refuse("admin.certificates.reissue.erased");
            case ReissueAnswer.Refused:
                return Refuse("admin.certificates.reissue.refused");
            case ReissueAnswer.Already:
            case ReissueAnswer.Done:
                break;
        }

        Told = HttpContext.Texts().Fill("admin.certificates.reissued", answer.Number);
        return LocalRedirect(Address);
    }

    private PageResult Refuse(string fault)
    {
        Fault = fault;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> FindAsync(string number)
    {
        if (await reads.OpenAsync(number) is not { } found)
        {
            return false;
        }

        Found = found;
        Course = await courses.OfAsync(found.Certificate.CourseVersionId);
        return true;
    }
}
