-- How large somebody's text is, is asked at the door like their language: the page that they open is drawn in it.
CREATE POLICY portal_preference_at_the_door ON portal_preference FOR SELECT USING ((SELECT actor_task()) = 'sign_in');
