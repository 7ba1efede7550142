using Lms.Domain.Quizzes;
using Lms.Web.Content.Courses;
using Lms.Web.Content.Exchange.Bank;
using Lms.Web.Content.Exchange.Gift;

namespace Lms.Web.Content.Exchange;

/// <summary>
/// Prints the questions of a quiz or a bank in another system's format, and says of each what that
/// format cannot hold.
/// </summary>
internal sealed class ExportQuestions(TextWriter output, TextWriter error, string language)
{
    /// <returns>0 when all were written, 1 when some were left out, 2 on wrong use.</returns>
    public int Run(string path)
    {
        if (CourseFile.Check(path) is not { } checkedFile)
        {
            error.WriteLine(
                $"{path}: потрібен тест або банк у теці курсу | a quiz or a bank in a course folder is needed"
            );
            return 2;
        }

        var errors = checkedFile.Findings.Where(one => one.Severity == Severity.Error).ToList();
        errors.ForEach(finding => error.WriteLine(finding.Print(language)));
        if (errors.Count > 0)
        {
            return 1;
        }

        if (QuestionsOf(checkedFile) is not { } questions)
        {
            error.WriteLine($"{path}: це не тест і не банк | this is no quiz and no bank");
            return 2;
        }

        var file = ImportFile.Open(path);
        var written = questions.Count(question => Write(question, file));
        foreach (var finding in file.Findings)
        {
            error.WriteLine(finding.Print(language));
        }

        error.WriteLine($"written {written}, left out {questions.Count - written}");
        return written == questions.Count ? 0 : 1;
    }

    private bool Write(Question question, ImportFile file)
    {
        var scope = new QuestionScope(file, QuestionPlaces.LineOf(file.Text, question.Id), 1);
        var gift = OwnQuestion.Of(question, scope) is { } known
            ? GiftWriter.Write(known, scope)
            : "";
        output.Write(gift);
        return gift.Length > 0;
    }

    /// <summary>Null when the file has none.</summary>
    private static IReadOnlyList<Question>? QuestionsOf(CourseFile file)
    {
        var parts = file.Path.Split('/')[^1].Split('.');
        return parts switch
        {
            [var slug, "bank", "md"] => file
                .Course?.Banks.FirstOrDefault(bank => bank.Slug == slug)
                ?.Questions,
            [var name, "quiz", "md"] => file
                .Course?.Activities.FirstOrDefault(activity =>
                    activity.Slug == NumberedName.Of(name)?.Slug
                )
                ?.Quiz?.Questions,
            _ => null,
        };
    }
}
