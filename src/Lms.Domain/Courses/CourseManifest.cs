namespace Lms.Domain.Courses;

/// <summary>What the author says of the whole course; copied into the version as published.</summary>
public sealed record CourseManifest
{
    public required string Title { get; init; }

    /// <summary>The curriculum's short code, such as К1; empty when the course has none.</summary>
    public string Code { get; init; } = "";

    /// <summary>Plain text, one or two sentences.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The description below the front matter, as safe HTML.</summary>
    public string DescriptionHtml { get; init; } = "";

    /// <summary>Language of the text, <c>uk</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    public required CourseHours Hours { get; init; }

    /// <summary>Competence code and the level the course leads to (1 to 3).</summary>
    public IReadOnlyList<CompetenceGoal> Competences { get; init; } = [];

    /// <summary>What the holder of the certificate can do.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Codes of staff roles.</summary>
    public IReadOnlyList<string> Audience { get; init; } = [];

    public IReadOnlyList<Source> Sources { get; init; } = [];

    public IReadOnlyList<ModuleOutline> Modules { get; init; } = [];

    /// <summary>Null when the course issues no certificate.</summary>
    public CertificateTerms? Certificate { get; init; }

    public string? ContentNote { get; init; }

    public string Authors { get; init; } = "";

    public string Licence { get; init; } = "";

    /// <summary>Day of the last legal review; null when none has been made.</summary>
    public DateOnly? Reviewed { get; init; }

    public DateOnly? ReviewBy { get; init; }

    /// <summary>Well-being courses: managers see neither the course nor its results.</summary>
    public bool IsPrivate { get; init; }

    public ActivityOrder Order { get; init; }

    public CourseAccess Access { get; init; }

    /// <summary>Slugs of courses to be completed first.</summary>
    public IReadOnlyList<string> Prerequisites { get; init; } = [];

    public CompletionRule Completion { get; init; } = CompletionRule.Default;

    /// <summary>Work that has no activity: it counts in the hours.</summary>
    public IReadOnlyList<PracticalTask> Tasks { get; init; } = [];

    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>
    /// Files that the texts show, each named by the SHA-256 of its bytes in lower-case hexadecimal and
    /// its ending; every one is kept as long as the version.
    /// </summary>
    public IReadOnlyList<string> Media { get; init; } = [];

    /// <summary>Language → the words of the course in it, beside its own.</summary>
    public IReadOnlyDictionary<string, ManifestTranslation> Translations { get; init; } =
        new Dictionary<string, ManifestTranslation>();
}

/// <summary>Whether activities open in any order. Names are stored as text and never change.</summary>
public enum ActivityOrder
{
    Free,

    /// <summary>An activity opens when everything before it that counts is done.</summary>
    Sequential,
}

/// <summary>Who may read the course. Names are stored as text and never change.</summary>
public enum CourseAccess
{
    Members,

    /// <summary>Opens without an account; marks, notes and completion still need one.</summary>
    Public,
}

/// <summary>
/// What completes the course, all together; by default all lessons, and every graded quiz passed.
/// </summary>
/// <param name="Lessons">All lessons that ask for something at their end.</param>
/// <param name="Quizzes">Every graded quiz passed.</param>
/// <param name="Cases">Every case finished.</param>
public sealed record CompletionRule(bool Lessons, bool Quizzes, bool Cases)
{
    public static readonly CompletionRule Default = new(true, true, false);

    /// <summary>Live sessions of the course to be attended, 0 for none.</summary>
    public int Sessions { get; init; }

    public bool Counts(ActivityKind kind) =>
        kind switch
        {
            ActivityKind.Lesson => Lessons,
            ActivityKind.Quiz => Quizzes,
            ActivityKind.Case => Cases,
            ActivityKind.LiveSession => Sessions > 0,
        };
}

/// <param name="Minutes">1 to 6,000.</param>
public sealed record PracticalTask(string Title, int Minutes);

/// <summary>The words of a course in another language.</summary>
public sealed record ManifestTranslation
{
    public required string Title { get; init; }

    public string Summary { get; init; } = "";

    public string DescriptionHtml { get; init; } = "";

    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>In the order of <see cref="CourseManifest.Modules"/>.</summary>
    public IReadOnlyList<ModuleOutline> Modules { get; init; } = [];

    public string? ContentNote { get; init; }

    /// <summary>Title of the certificate; empty when not translated.</summary>
    public string CertificateTitle { get; init; } = "";

    /// <summary>Form of study on the certificate; empty when not translated.</summary>
    public string CertificateForm { get; init; } = "";

    /// <summary>The source has changed since it was made.</summary>
    public bool IsStale { get; init; }
}

public sealed record CompetenceGoal(string Code, int Level);

public sealed record ModuleOutline(string Slug, string Title, string Summary);

public sealed record Source(string Title, string Address, DateOnly? Date);

/// <summary>
/// Terms under which the certificate is issued. No norm fixes the validity of a non-formal training
/// certificate: it is the organiser's decision, in months, or none.
/// </summary>
public sealed record CertificateTerms(
    string Title,
    int? ValidityMonths,
    string Form,
    IReadOnlyList<LawEdition> Law
);

/// <summary>An act of the pack's register and the edition the course teaches.</summary>
public sealed record LawEdition(string Act, DateOnly Edition);

/// <summary>How far a new version reaches. Names are stored as text and never change.</summary>
public enum ChangeKind
{
    Typo,
    Minor,
    Major,
}

public sealed record Change(int Revision, DateOnly Date, ChangeKind Kind, string Summary)
{
    /// <summary>The act whose change made it; null when none did.</summary>
    public string? Act { get; init; }

    /// <summary>Slugs of what changed; empty when the author names none.</summary>
    public IReadOnlyList<string> Activities { get; init; } = [];
}
