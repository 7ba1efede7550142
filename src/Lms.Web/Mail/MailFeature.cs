namespace Lms.Web.Mail;

public static class MailFeature
{
    public static void AddMail(this IServiceCollection services, LmsSettings settings)
    {
        if (settings.Mail.Host is null)
        {
            services.AddSingleton<IMailCarrier>(new FileCarrier(settings));
        }
        else
        {
            services.AddSingleton<IMailCarrier>(new SmtpCarrier(settings.Mail));
        }
    }
}
