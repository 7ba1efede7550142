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

    public required CertificateTerms Certificate { get; init; }

    public string? ContentNote { get; init; }

    public string Authors { get; init; } = "";

    public string Licence { get; init; } = "";

    /// <summary>Day of the last legal review; null when none has been made.</summary>
    public DateOnly? Reviewed { get; init; }

    public DateOnly? ReviewBy { get; init; }

    /// <summary>Well-being courses: managers see neither the course nor its results.</summary>
    public bool IsPrivate { get; init; }

    public IReadOnlyList<Change> Changes { get; init; } = [];
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

public sealed record Change(int Revision, DateOnly Date, ChangeKind Kind, string Summary);
