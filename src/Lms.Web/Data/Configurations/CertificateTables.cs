using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Data.Configurations;

internal sealed class CertificateTable : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.HasIndex(certificate => certificate.Number).IsUnique();
        builder.HasIndex(certificate => certificate.Code).IsUnique();
        builder
            .HasIndex(certificate => certificate.CompletionId)
            .IsUnique()
            .HasFilter("\"ReplacesId\" IS NULL");
        builder.HasIndex(certificate => certificate.ReplacesId).IsUnique();
        builder.HasIndex(certificate => certificate.PersonId);
        builder.ComplexProperty(certificate => certificate.Entry);
        builder.Property(certificate => certificate.Law).IsJson();
        builder.HasOne<Person>().WithMany().HasForeignKey(certificate => certificate.PersonId);
        builder.HasOne<Completion>().WithMany().HasForeignKey(c => c.CompletionId);
        builder.HasOne<Certificate>().WithOne().HasForeignKey<Certificate>(c => c.ReplacesId);
        builder.HasOne<Course>().WithMany().HasForeignKey(certificate => certificate.CourseId);
        builder.HasOne<CourseVersion>().WithMany().HasForeignKey(c => c.CourseVersionId);
        builder
            .HasOne(certificate => certificate.Content)
            .WithOne()
            .HasForeignKey<CertificateContent>(content => content.CertificateId);
        builder
            .HasOne(certificate => certificate.Revocation)
            .WithOne()
            .HasForeignKey<Revocation>(revocation => revocation.CertificateId);
    }
}

internal sealed class RegisterYearTable : IEntityTypeConfiguration<RegisterYear>
{
    public void Configure(EntityTypeBuilder<RegisterYear> builder) =>
        builder.HasKey(register => new { register.Year, register.IsDemo });
}

internal sealed class CertificateContentTable : IEntityTypeConfiguration<CertificateContent>
{
    public void Configure(EntityTypeBuilder<CertificateContent> builder)
    {
        builder.HasKey(content => content.CertificateId);
        builder.ComplexProperty(content => content.HolderName);
    }
}

internal sealed class CertificateDocumentTable : IEntityTypeConfiguration<CertificateDocument>
{
    public void Configure(EntityTypeBuilder<CertificateDocument> builder)
    {
        builder.HasKey(document => new { document.CertificateId, document.Language });
        builder.HasIndex(document => document.PersonId);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(d => d.CertificateId);
    }
}

internal sealed class QualifiedSignatureTable : IEntityTypeConfiguration<QualifiedSignature>
{
    public void Configure(EntityTypeBuilder<QualifiedSignature> builder)
    {
        builder.HasIndex(signature => signature.CertificateId);
        builder.HasIndex(signature => signature.PersonId);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(s => s.CertificateId);
    }
}

internal sealed class RevocationTable : IEntityTypeConfiguration<Revocation>
{
    public void Configure(EntityTypeBuilder<Revocation> builder)
    {
        builder.HasKey(revocation => revocation.CertificateId);
        builder.HasIndex(revocation => revocation.PersonId);
    }
}

internal sealed class IssueLogTable : IEntityTypeConfiguration<IssueLogEntry>
{
    public void Configure(EntityTypeBuilder<IssueLogEntry> builder)
    {
        builder.HasKey(entry => entry.Position);
        builder.HasIndex(entry => entry.PreviousHash).IsUnique();
        builder.HasIndex(entry => entry.Number);
    }
}

internal sealed class OutgoingMailTable : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.HasIndex(mail => mail.Event).IsUnique();
        builder.HasIndex(mail => mail.HandedOverAt);
    }
}
