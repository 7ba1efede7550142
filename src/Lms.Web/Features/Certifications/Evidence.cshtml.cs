using System.Globalization;
using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Certifications;

/// <summary>The form of an evidence, as it is sent.</summary>
public sealed record EvidenceForm(
    EvidenceKind Kind,
    string? Code,
    string? Course,
    string? Title,
    string? Provider,
    string? On,
    string? Minutes
);

/// <summary>Hands in a photo or a PDF that proves learning elsewhere, and shows what became of it.</summary>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class EvidenceModel(
    EvidenceChoices choices,
    HandInEvidence handIn,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    // The file and the few fields beside it.
    private const int LargestRequest = CheckedFile.Largest + (64 * 1024);

    public const int Longest = 200;
    public const int MostMinutes = 60_000;

    public IReadOnlyList<OwnEvidence> Own { get; private set; } = [];

    public IReadOnlyList<string> Codes => choices.Codes;

    public IReadOnlyList<PublishedCourse> Courses { get; private set; } = [];

    public EvidenceForm Typed { get; private set; } =
        new(EvidenceKind.ExternalTraining, null, null, null, null, null, null);

    public Guid Operation { get; private set; }

    public bool HasPerson => current.Viewer.Person is not null;

    public DateOnly Today => pack.DayOf(time.Now());

    /// <summary>Key of the text that says what is wrong; null while nothing is.</summary>
    public string? Fault { get; private set; }

    [TempData]
    public string? Told { get; set; }

    /// <summary>The operation that was taken last: the device need not keep it any more.</summary>
    [TempData]
    public string? Taken { get; set; }

    /// <summary>What is kept on a device is of one person: several may use it.</summary>
    public string Key => $"{current.Viewer.Person?.Value:N}";

    public Task OnGetAsync(string? code)
    {
        Typed = Typed with { Code = code };
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(
        EvidenceForm form,
        Guid operation,
        IFormFile? upload
    )
    {
        if (current.Viewer.Person is not { } person)
        {
            return NotFound();
        }

        Typed = form;
        await ShowAsync();
        Operation = operation == Guid.Empty ? Operation : operation;
        if (Said(form) is not { } said)
        {
            return Refuse(Fault ?? "certifications.evidence.fault.words");
        }

        if (upload is null || upload.Length == 0)
        {
            return Refuse("certifications.evidence.fault.missing");
        }

        if (upload.Length > CheckedFile.Largest)
        {
            return Refuse("certifications.evidence.fault.large");
        }

        var bytes = new byte[upload.Length];
        await using (var stream = upload.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes);
        }

        var (file, fault) = PaperFile.Of(upload.FileName, bytes);
        if (file is null)
        {
            return Refuse(fault!);
        }

        if (!await handIn.RunAsync(person, current.Viewer.Account, said, file, new(Operation)))
        {
            return Refuse("certifications.evidence.fault.queue");
        }

        Told = HttpContext.Texts()["certifications.evidence.taken"];
        // Without dashes: what looks like an id would come back as one.
        Taken = Operation.ToString("N");
        return LocalRedirect("/certifications/evidence");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid evidence)
    {
        if (
            current.Viewer.Person is not { } person
            || !await handIn.TakeBackAsync(person, new(evidence))
        )
        {
            return NotFound();
        }

        Told = HttpContext.Texts()["certifications.evidence.taken-back"];
        return LocalRedirect("/certifications/evidence");
    }

    /// <summary>Null, with a fault, when a field is not as it must be.</summary>
    private EvidenceSaid? Said(EvidenceForm form)
    {
        var (title, provider) = (form.Title?.Trim() ?? "", form.Provider?.Trim() ?? "");
        var code = form.Code is { Length: > 0 } written ? written : null;
        var course = form.Course is { Length: > 0 } slug ? slug : null;
        var on = GrantWords.DayTyped(form.On);
        var minutes = MinutesOf(form.Minutes);
        Fault =
            title.Length is 0 or > Longest || provider.Length is 0 or > Longest
                ? "certifications.evidence.fault.words"
            : on is null || on > Today || on < Today.AddYears(-30)
                ? "certifications.evidence.fault.day"
            : minutes is < 0 or > MostMinutes ? "certifications.evidence.fault.minutes"
            : !Enum.IsDefined(form.Kind)
            || (code is not null && !Codes.Contains(code))
            || (course is not null && Courses.All(one => one.Slug != course))
            || (form.Kind == EvidenceKind.PriorLearning) != (course is not null)
                ? "certifications.evidence.fault.for"
            : null;
        return Fault is null
            ? new(form.Kind, code, course, title, provider, on!.Value, minutes)
            : null;
    }

    private static int? MinutesOf(string? hours) =>
        string.IsNullOrWhiteSpace(hours) ? null
        : int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            ? minutes
        : -1;

    private PageResult Refuse(string fault)
    {
        Fault = fault;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task ShowAsync()
    {
        Operation = time.NewId();
        Courses = await choices.CoursesAsync();
        if (current.Viewer.Person is { } person)
        {
            Own = await choices.OfAsync(person);
        }
    }
}
