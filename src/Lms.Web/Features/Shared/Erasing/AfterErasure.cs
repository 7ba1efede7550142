using Lms.Domain.Live;

namespace Lms.Web.Features.Shared.Erasing;

/// <summary>
/// Whoever keeps in memory what people said looks for erased ones as soon as a write that erased somebody
/// is through. Of another process it hears by looking from time to time. What was erased is erased: they
/// throw nothing, and do later what they could not do at once.
/// </summary>
public sealed class AfterErasure
{
    public Func<Task> Look { get; set; } = () => Task.CompletedTask;

    /// <summary>Of one message, question or caption of a session, by its number: its line is gone from the log.</summary>
    public Func<LiveSessionId, long, Task> Forget { get; set; } = (_, _) => Task.CompletedTask;
}
