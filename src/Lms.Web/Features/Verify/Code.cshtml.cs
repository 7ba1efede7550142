using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Verify;

[AllowAnonymous]
[Paced(Pace.Verify, CountsReading = true)]
public sealed class CodeModel(
    LmsDatabase database,
    PublishedCourses courses,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    /// <summary>Null when the register has no such code.</summary>
    public CheckedCertificate? Certificate { get; private set; }

    public PublishedCourse Course { get; private set; } = null!;

    public OrganisationPack Pack => pack;

    /// <summary>The moment of the answer, in the organisation's time.</summary>
    public DateTimeOffset Now { get; } = TimeZoneInfo.ConvertTime(time.Now(), pack.TimeZone);

    public DateOnly Today => pack.DayOf(Now);

    /// <summary>The day answered for.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Why the asked day is not answered for: a stable word; null when it is.</summary>
    public string? DayFault { get; private set; }

    public async Task OnGetAsync(string code, string? on)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        var asked = AskedDay.Of(on, Today);
        (Day, DayFault) = (asked.Day, asked.Fault);
        Certificate = await PublicCheck.FindAsync(database, code);
        if (Certificate is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (DayFault is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        Course = await courses.OfAsync(Certificate.Version);
    }
}
