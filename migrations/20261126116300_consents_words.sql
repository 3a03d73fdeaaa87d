-- What is agreed to, in the languages of the pages. The consent keeps in which of them it was read (`consent.language`).
INSERT INTO consent_text (purpose, version, language, words) VALUES
    ('treatment', 1, 'fr', 'Les médecins de l’hôpital que je désigne peuvent lire mon dossier, où qu’il soit conservé, pour me soigner. Je peux retirer cet accord à tout moment ; il prend alors fin aussitôt.'),
    ('wearables', 1, 'fr', 'Mon hôpital peut lire les données de ce type qu’envoient mes propres appareils. Je peux retirer cet accord à tout moment ; il prend alors fin aussitôt.'),
    ('research', 1, 'fr', 'Mon dossier peut servir à la recherche médicale, sans mon nom et sans rien qui dise qui je suis. Je peux retirer cet accord à tout moment ; mon dossier n’est alors plus utilisé.'),
    ('insurer', 1, 'fr', 'Mon hôpital peut envoyer à mon assureur ce qu’il lui faut pour régler mes factures. Je peux retirer cet accord à tout moment ; les factures peuvent alors m’être adressées.'),
    ('treatment', 1, 'ar', 'يجوز لأطباء المستشفى الذي أسميه قراءة سجلي حيثما حُفظ، من أجل علاجي. يمكنني الرجوع عن هذا في أي وقت؛ وعندها ينتهي فورًا.'),
    ('wearables', 1, 'ar', 'يجوز لمستشفاي قراءة بيانات هذا النوع التي ترسلها أجهزتي. يمكنني الرجوع عن هذا في أي وقت؛ وعندها ينتهي فورًا.'),
    ('research', 1, 'ar', 'يجوز استعمال سجلي في البحث الطبي بغير اسمي وبغير أي شيء يدل على هويتي. يمكنني الرجوع عن هذا في أي وقت؛ وعندها لا يُستعمل بعد ذلك.'),
    ('insurer', 1, 'ar', 'يجوز لمستشفاي أن يرسل إلى شركة التأمين ما تحتاج إليه لتسديد فواتيري. يمكنني الرجوع عن هذا في أي وقت؛ وقد تصل الفواتير إليّ عندئذ.');
