using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
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
    public void The_first_course_has_three_modules_a_case_a_deck_and_a_quiz_drawn_from_a_bank()
    {
        var read = Read(Repository.File("content")).Course("k1-basics")!.Draft!;

        Assert.Equal(3, read.Manifest.Modules.Count);
        Assert.Contains(read.Activities, one => one.Kind == ActivityKind.Case);
        Assert.Contains(read.Activities, one => one.Kind == ActivityKind.LiveSession);
        var final = read.Activities.Single(one => one.Quiz is { Draws.Count: > 0 }).Quiz!;
        Assert.NotEmpty(final.Draws);
        var bank = Assert.Single(read.Banks).Questions;
        Assert.Equal(40, bank.Count);
        Assert.All(bank, question => Assert.NotNull(question.ExplanationHtml));
    }

    [Fact]
    public void The_bank_asks_in_every_kind_that_a_rule_marks()
    {
        var bank = Read(Repository.File("content")).Course("k1-basics")!.Draft!.Banks[0];

        Assert.Equal(
            Enum.GetValues<QuestionKind>()
                .Except([QuestionKind.Essay, QuestionKind.File, QuestionKind.Scale])
                .Order(),
            bank.Questions.Select(question => question.Kind).Distinct().Order()
        );
    }

    [Fact]
    public void Whoever_reads_needs_no_account_for_the_course_on_danger_in_two_languages()
    {
        var open = Read(Repository.File("content")).Course("safe-steps")!.Draft!;

        Assert.Equal(CourseAccess.Public, open.Manifest.Access);
        Assert.All(open.Activities, one => Assert.Contains("en", one.Translations.Keys));
        Assert.All(open.Activities, one => Assert.False(one.Translations["en"].IsStale));
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
