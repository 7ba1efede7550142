using System.Globalization;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Admin;

/// <summary>Who teaches which course: given and taken back by an administrator.</summary>
[Authorize(Policy = nameof(AccessRole.Admin))]
public sealed class TrainersModel(TrainerReads reads, GiveCourse give) : PageModel
{
    public IReadOnlyList<TrainerRow> Trainers { get; private set; } = [];

    public IReadOnlyList<TaughtCourse> Courses { get; private set; } = [];

    public DateOnly Today => reads.Today;

    /// <summary>What was typed and is not taken, as it stands in the form; null when nothing.</summary>
    public (string? Course, string? Trainer, string? To)? Refused { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostGiveAsync(string? course, string? trainer, string? to)
    {
        var last = (DateOnly?)null;
        var isDay = string.IsNullOrWhiteSpace(to) || TryDay(to, out last);
        var answer =
            !isDay ? GiveAnswer.BadDay
            : Guid.TryParse(trainer, out var account)
                ? await give.RunAsync(course ?? "", new(account), last)
            : GiveAnswer.Unknown;
        if (answer != GiveAnswer.Done)
        {
            Refused = (course, trainer, to);
            await ShowAsync();
            return Page();
        }

        Told = HttpContext.Texts()["admin.trainers.given"];
        return LocalRedirect("/admin/trainers");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(string? course, Guid trainer)
    {
        if (await give.TakeBackAsync(course ?? "", new(trainer)) != GiveAnswer.Done)
        {
            return NotFound();
        }

        Told = HttpContext.Texts()["admin.trainers.taken-back"];
        return LocalRedirect("/admin/trainers");
    }

    private static bool TryDay(string? written, out DateOnly? day)
    {
        var isDay = DateOnly.TryParseExact(
            written?.Trim(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var found
        );
        day = isDay ? found : null;
        return isDay;
    }

    private async Task ShowAsync()
    {
        Trainers = await reads.TrainersAsync();
        Courses = await reads.CoursesAsync();
        var shown = Courses
            .SelectMany(course => course.Trainers.Select(row => row.Trainer.Account))
            .Concat(Trainers.Select(trainer => trainer.Account));
        await reads.RecordAsync(shown.Distinct().Count());
    }
}
