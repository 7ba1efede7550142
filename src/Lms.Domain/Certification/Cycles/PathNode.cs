namespace Lms.Domain.Certification;

/// <summary>One thing to be done on the way to a certification.</summary>
public abstract record PathStep
{
    private PathStep() { }

    /// <param name="Slug">Of a course that is completed.</param>
    public sealed record Course(string Slug) : PathStep;

    /// <param name="Series">A live session's code, or the series any session of which counts.</param>
    public sealed record LiveSession(string Series) : PathStep;

    /// <summary>A branching case of a course, finished.</summary>
    public sealed record Case(string CourseSlug, string Activity) : PathStep;

    /// <param name="Kind">Of external evidence that somebody approved.</param>
    public sealed record Evidence(string Kind) : PathStep;
}

/// <summary>The fact that a step was done on a business day.</summary>
public sealed record StepDone(PathStep Step, DateOnly On);

/// <summary>A way made of steps: all of them, or any so many.</summary>
public abstract record PathNode
{
    private PathNode() { }

    public sealed record Step(PathStep What) : PathNode;

    public sealed record All(IReadOnlyList<PathNode> Of) : PathNode;

    /// <param name="AtLeast">1 to the number of parts.</param>
    public sealed record AnyOf(int AtLeast, IReadOnlyList<PathNode> Of) : PathNode;

    /// <summary>The day on which the way was gone to its end; null when it was not.</summary>
    /// <param name="first">For each step, the first day that counts.</param>
    public DateOnly? DoneOn(IReadOnlyDictionary<PathStep, DateOnly> first) =>
        this switch
        {
            Step step => first.TryGetValue(step.What, out var day) ? day : null,
            All all => LastOf(all.Of.Count, all.Of, first),
            AnyOf any => LastOf(any.AtLeast, any.Of, first),
            _ => throw new InvalidOperationException(),
        };

    /// <summary>What of it is left to do; null when nothing is.</summary>
    public PathNode? Left(IReadOnlyDictionary<PathStep, DateOnly> first) =>
        this switch
        {
            _ when DoneOn(first) is not null => null,
            Step step => step,
            All all => AllOf(Unfinished(all.Of, first)),
            AnyOf any => Choice(any, first),
            _ => throw new InvalidOperationException(),
        };

    /// <summary>Every step that stands in it, each once.</summary>
    public IEnumerable<PathStep> Steps() =>
        this switch
        {
            Step step => [step.What],
            All all => all.Of.SelectMany(part => part.Steps()).Distinct(),
            AnyOf any => any.Of.SelectMany(part => part.Steps()).Distinct(),
            _ => throw new InvalidOperationException(),
        };

    private static PathNode Choice(AnyOf any, IReadOnlyDictionary<PathStep, DateOnly> first)
    {
        var left = Unfinished(any.Of, first);
        var missing = any.AtLeast - (any.Of.Count - left.Count);
        return missing == left.Count ? AllOf(left) : new AnyOf(missing, left);
    }

    private static PathNode AllOf(List<PathNode> left) => left is [var only] ? only : new All(left);

    private static List<PathNode> Unfinished(
        IReadOnlyList<PathNode> parts,
        IReadOnlyDictionary<PathStep, DateOnly> first
    ) => [.. parts.Select(part => part.Left(first)).OfType<PathNode>()];

    private static DateOnly? LastOf(
        int count,
        IReadOnlyList<PathNode> parts,
        IReadOnlyDictionary<PathStep, DateOnly> first
    )
    {
        var days = parts.Select(part => part.DoneOn(first)).OfType<DateOnly>().Order().ToList();
        return days.Count >= count && count > 0 ? days[count - 1] : null;
    }
}
