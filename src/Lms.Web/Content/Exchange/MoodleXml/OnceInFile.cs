namespace Lms.Web.Content.Exchange.MoodleXml;

/// <summary>Settings that every question of an export has: to say of the first that they are lost is enough.</summary>
internal sealed class OnceInFile
{
    private readonly HashSet<string> said = [];

    public void SayLost(string setting, QuestionScope scope)
    {
        if (said.Add(setting))
        {
            scope.Say(ExchangeTexts.NotRepresented, setting);
        }
    }
}
