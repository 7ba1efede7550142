using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Admin.Certificates.Signing;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Admin.Certificates;

/// <summary>
/// Documents go out to be signed with a qualified signature (КЕП), and signatures come back.
/// </summary>
[FreshSignIn]
[Authorize(Policy = nameof(AccessRole.Admin))]
[RequestSizeLimit(BroughtFiles.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = BroughtFiles.LargestRequest)]
public sealed class SignaturesModel(
    UnsignedBatch batch,
    AttachSignatures attach,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    public int Waiting { get; private set; }

    public IReadOnlyList<AttachedFile> Answers { get; private set; } = [];

    /// <summary>Key of the text that says what is wrong; null while nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>The period, this month when none is asked for.</summary>
    public (DateOnly From, DateOnly To) Period
    {
        get
        {
            var today = pack.DayOf(time.Now());
            return (From ?? today.AddDays(1 - today.Day), To ?? today);
        }
    }

    public async Task<IActionResult> OnGetAsync()
    {
        var (from, to) = Period;
        if (ModelState.IsValid && from <= to)
        {
            await ShowAsync();
            return Page();
        }

        return await RefuseAsync("admin.certificates.signatures.bad-days");
    }

    public async Task<IActionResult> OnPostDownloadAsync()
    {
        var (from, to) = Period;
        if (await batch.PackAsync(from, to) is not { } archive)
        {
            return await RefuseAsync("admin.certificates.signatures.none");
        }

        Response.Headers.CacheControl = "private, no-store";
        return File(
            archive,
            "application/zip",
            $"certificates-{from:yyyy-MM-dd}-{to:yyyy-MM-dd}.zip"
        );
    }

    public async Task<IActionResult> OnPostAttachAsync(List<IFormFile>? files)
    {
        if (files is not { Count: > 0 })
        {
            return await RefuseAsync("admin.certificates.signatures.no-files");
        }

        var (from, to) = Period;
        if (await attach.RunAsync(await BroughtFiles.ReadAsync(files), from, to) is not { } answers)
        {
            return await RefuseAsync("admin.certificates.signatures.long-period");
        }

        Answers = answers;
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync()
    {
        var (from, to) = Period;
        Waiting = await batch.CountAsync(from, to);
    }

    private async Task<PageResult> RefuseAsync(string fault)
    {
        Fault = fault;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await ShowAsync();
        return Page();
    }
}
