using System.Net;
using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;

namespace Lms.Browser.Tests.Faults;

/// <summary>
/// A person who takes the whole course, step by step, and remembers each step that the server said was
/// done: the register owes it from then on.
/// </summary>
internal sealed class CourseTaker(Register register, HttpClient http, string email)
{
    private const string Course = "/courses/k1-basics";
    private static readonly string[] Lessons = ["act-means-purpose", "consent", "child"];

    /// <summary>Enrolment, the lessons, the beginning of the quiz and its end.</summary>
    public const int AllSteps = 6;

    private int owedLessons;
    private bool owesEnrolment;
    private bool owesCertificate;
    private int steps;

    public bool HasCertificate => owesCertificate;

    /// <summary>How many the server has said were done.</summary>
    public int Steps => Volatile.Read(ref steps);

    public async Task TakeUntilCutAsync()
    {
        try
        {
            owesEnrolment = await PressAsync(Course, ".next form");
            foreach (var lesson in Lessons)
            {
                if (!await PressAsync($"{Course}/{lesson}", "form[action*='Read']"))
                {
                    return;
                }

                owedLessons++;
            }

            if (!await PressAsync(AnswerClient.Quiz, "form[action*='Start']"))
            {
                return;
            }

            var paper = register.LastPaper(email);
            var fields = paper.Questions.SelectMany(question =>
                question.Right.Select(option => ($"q-{question.Id}", option))
            );
            owesCertificate = await PressAsync(AnswerClient.Quiz, "form#quiz", [.. fields]);
        }
        catch (Exception gone)
            when (gone is HttpRequestException or TaskCanceledException or InvalidOperationException
            )
        {
            // The server is gone: nothing more is owed.
        }
    }

    public void AssertKept()
    {
        Assert.True(register.CountOf("LessonProgress", email) >= owedLessons, email);
        Assert.True(register.CountOf("Enrolments", email) >= (owesEnrolment ? 1 : 0), email);
        if (owesCertificate)
        {
            Assert.Equal(1, register.CountOf("Completions", email));
            Assert.Equal(1, register.CountOf("Certificates", email));
        }
    }

    private async Task<bool> PressAsync(
        string address,
        string form,
        params (string Name, string Value)[] fields
    )
    {
        using var answer = await http.SubmitAsync(address, form, fields);
        var isDone = answer.StatusCode == HttpStatusCode.Redirect;
        Volatile.Write(ref steps, steps + (isDone ? 1 : 0));
        return isDone;
    }
}
