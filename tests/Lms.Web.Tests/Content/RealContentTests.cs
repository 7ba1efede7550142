using Lms.Web.Content;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Content;

public sealed class RealContentTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void The_content_of_the_repository_reads_without_errors()
    {
        var read = Read(Path.Combine(RepositoryRoot(), "content"));

        Assert.Equal("", Errors(read));
        Assert.NotNull(read.Pack);
        Assert.True(read.Course("k1-basics")!.IsClean);
    }

    [Fact]
    public void The_first_aid_pack_reads_without_errors()
    {
        var read = Read(Path.Combine(RepositoryRoot(), "tests", "packs", "first-aid"));

        Assert.Equal("", Errors(read));
        Assert.Equal("en", read.Pack!.Languages[0]);
    }

    [Fact]
    public void The_first_course_has_three_lessons_and_a_quiz_with_its_keys()
    {
        var course = Read(Path.Combine(RepositoryRoot(), "content")).Course("k1-basics")!.Draft!;

        Assert.Equal(4, course.Activities.Count);
        Assert.All(
            course.Activities.Take(3),
            activity => Assert.NotEmpty(activity.Lesson!.Sections)
        );
        var quiz = course.Activities[3].Quiz!;
        Assert.NotEmpty(quiz.Questions);
        Assert.All(
            quiz.Questions,
            question => Assert.Contains(question.Options, option => option.IsRight)
        );
    }

    [Fact]
    public void The_pack_of_the_repository_knows_fifty_one_communities_of_its_oblast()
    {
        var pack = Read(Path.Combine(RepositoryRoot(), "content")).Pack!;
        var scope = pack.Demo!.Accounts.First(account => account.Role == "auditor").Scope!.Value;

        Assert.Equal(51, pack.Territories.CommunitiesWithin(scope).Count);
    }

    internal static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lms.sln")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        return folder.FullName;
    }

    private static CheckedContent Read(string root) =>
        ContentCheck.Run(root, Path.Combine(root, "organisation"), Today);

    private static string Errors(CheckedContent read) =>
        string.Join('\n', read.Findings.Where(finding => finding.Severity == Severity.Error));
}
