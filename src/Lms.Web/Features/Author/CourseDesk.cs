using Lms.Web.Content;

namespace Lms.Web.Features.Author;

/// <summary>The newest published version, as the register of versions holds it.</summary>
public sealed record PublishedVersion(int Number, DateTimeOffset PublishedAt, string ContentHash);

/// <summary>A course on disk beside its newest published version.</summary>
public sealed record CourseDesk(CheckedCourse Course, PublishedVersion? Published)
{
    /// <summary>The draft may become the next version.</summary>
    public bool IsReady =>
        Course is { IsClean: true, Draft: { } draft } && draft.Revision > (Published?.Number ?? 0);

    /// <summary>What is on disk is what people read.</summary>
    public bool IsUnchanged =>
        Course.Draft is { } draft
        && draft.Revision == Published?.Number
        && draft.ContentHash == Published.ContentHash;

    public IEnumerable<Finding> Errors => Of(Severity.Error);

    public IEnumerable<Finding> Warnings => Of(Severity.Warning);

    private IEnumerable<Finding> Of(Severity severity) =>
        Course.Findings.Where(finding => finding.Severity == severity);
}
